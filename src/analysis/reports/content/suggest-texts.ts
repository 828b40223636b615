import type { T } from '../../../platform/i18n/index.ts'
import { compare, sayChange, type Subject } from '../../charts/index.ts'
import { TEXTS, type TextKey } from '../report.ts'
import { pick, type Kind, type ThreePeriods } from './figure-blocks.ts'

type Speech = { t: T; lang: string }

const TOLD: readonly {
  subject: Subject
  indicator: 'Q01' | 'Q04' | 'Q13' | 'Q26'
  measure: string
  direction: 'higher' | 'lower' | 'none'
}[] = [
  { subject: 'received', indicator: 'Q01', measure: 'count', direction: 'none' },
  { subject: 'in_time', indicator: 'Q04', measure: 'share', direction: 'higher' },
  { subject: 'overdue', indicator: 'Q13', measure: 'share', direction: 'lower' },
  { subject: 'satisfaction', indicator: 'Q26', measure: 'satisfied', direction: 'higher' },
]

/** What a draft begins with: sentences that the figures bear out, and the limits that always hold. */
export function suggestTexts(
  periods: ThreePeriods,
  kinds: readonly Kind[],
  { t }: Speech,
): Record<TextKey, string> {
  const empty = Object.fromEntries(TEXTS.map((key) => [key, ''])) as Record<TextKey, string>
  return {
    ...empty,
    summary: kinds.flatMap((kind) => findings(periods, kind, t)).join('\n\n'),
    limits: t('analysis-reports.suggested.limits'),
    method: t('analysis-reports.suggested.method'),
  }
}

/** Of a kind with cases in both periods: what changed for certain, and nothing else. */
function findings({ now, before }: ThreePeriods, kind: Kind, t: T): string[] {
  return TOLD.flatMap(({ subject, indicator, measure, direction }) => {
    const [is, was] = [now, before].map((each) => pick(each, { indicator, measure }, kind.code))
    if (!is || !was) return []
    const verdict = compare(is, was, { direction, counts: indicator === 'Q01' })
    if (!CERTAIN.has(verdict)) return []
    const sentence = sayChange(t, { subject, verdict })
    return [`${t('analysis-reports.chart.of_kind', { kind: kind.label, sentence })}.`]
  })
}

const CERTAIN: ReadonlySet<string> = new Set(['better', 'worse', 'more', 'less'])
