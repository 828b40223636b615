import type { T } from '../../../platform/i18n/index.ts'
import type { Figure } from '../../indicators/figure.ts'
import { SECTIONS, type ReportBlock, type ReportFigure, type SectionKey } from '../report.ts'
import { CHOSEN, type ChosenFigure } from './chosen-figures.ts'
import { sayFigure, sayInterval } from './say-figure.ts'

/** The same figures in the period, in the one before and in that of a year before. */
export interface ThreePeriods {
  now: readonly Figure[]
  before: readonly Figure[]
  yearBefore: readonly Figure[]
}

export interface Kind {
  code: string
  label: string
}

type Speech = { t: T; lang: string }

/** For each section a table a kind; a kind that nobody used in any of the periods is left out. */
export function figureBlocks(
  periods: ThreePeriods,
  kinds: readonly Kind[],
  speech: Speech,
): Map<SectionKey, ReportBlock[]> {
  const used = kinds.filter(({ code }) => isUsed(periods, code))
  return new Map(
    SECTIONS.flatMap((key) => {
      const chosen = CHOSEN[key]
      if (!chosen) return []
      const blocks = used.map((kind): ReportBlock => {
        const figures = chosen.flatMap((each) => line(each, kind, periods, speech) ?? [])
        return { type: 'figures', title: kind.label, figures }
      })
      const full = blocks.filter((block) => block.type === 'figures' && block.figures.length > 0)
      return [[key, full] as const]
    }),
  )
}

function isUsed({ now, before, yearBefore }: ThreePeriods, kind: string): boolean {
  return [now, before, yearBefore].some((figures) =>
    figures.some(
      ({ indicator, kind: of, value, missing }) =>
        indicator === 'Q01' && of === kind && value !== 0 && missing !== 'gap',
    ),
  )
}

function line(
  chosen: ChosenFigure,
  kind: Kind,
  periods: ThreePeriods,
  speech: Speech,
): ReportFigure | null {
  const now = pick(periods.now, chosen, kind.code)
  if (!now || now.missing === 'not_kept') return null
  const { indicator, measure, saying } = chosen
  return {
    id: `${indicator}/${measure}/${kind.code}`,
    indicator,
    label: speech.t(`analysis-reports.line.${indicator}_${measure}`),
    value: now.value,
    shown: sayFigure(now, saying, speech),
    n: now.missing === 'hidden' ? null : now.n,
    interval: sayInterval(now, saying, speech),
    before: sayFigure(pick(periods.before, chosen, kind.code), saying, speech),
    yearBefore: sayFigure(pick(periods.yearBefore, chosen, kind.code), saying, speech),
  }
}

export function pick(
  figures: readonly Figure[],
  { indicator, measure }: Pick<ChosenFigure, 'indicator' | 'measure'>,
  kind: string,
): Figure | undefined {
  return figures.find(
    (figure) =>
      figure.indicator === indicator &&
      figure.measure === measure &&
      figure.kind === kind &&
      figure.member === null,
  )
}
