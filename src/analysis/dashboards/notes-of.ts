import { formatNumber } from '../../platform/i18n/index.ts'
import type { Chart } from '../charts/index.ts'
import type { Figure } from '../indicators/index.ts'
import type { Speech } from './charts-of.ts'
import { pick } from './pick.ts'

export function withNote(chart: Chart, note: string | null): Chart {
  const notes = [chart.note, note].filter((each) => each != null)
  return { ...chart, note: notes.length === 0 ? null : notes.join(' ') }
}

/** How far the best served group is from the worst, of those large enough to compare (Q33). */
export function sayGap(
  figures: readonly Figure[],
  kind: string,
  { t, lang }: Speech,
): string | null {
  const gap = pick(figures, { indicator: 'Q33', measure: 'gap', kind })
  if (gap === null || gap.value === null) return null
  return t('dashboards.note.gap', { points: formatNumber(gap.value * 100, lang, 1), n: gap.n })
}

/** The smallest set of motives or causes that makes four of five (Q22). */
export function sayVital(
  figures: readonly Figure[],
  kind: string,
  { t, lang }: Speech,
): string | null {
  const sums = figures.filter(
    (each) => each.indicator === 'Q22' && each.measure === 'cumulative' && each.kind === kind,
  )
  const index = sums.findIndex(({ value }) => (value ?? 0) >= VITAL)
  const share = sums[index]?.value
  if (share == null) return null
  const said = `${formatNumber(share * 100, lang, 0)} %`
  return t('dashboards.note.vital', { count: index + 1, share: said })
}

const VITAL = 0.8
