import { drawChart, writeSvg, type Chart } from '../../charts/index.ts'
import type { StaffVisit } from '../../../people/index.ts'
import { BASE, saturationOf, type Saturation } from '../saturation.ts'

/** The curve of the codes in use and what it says; its table stands beside it. */
export function saturationView(
  texts: readonly (readonly string[])[],
  { t, lang }: Pick<StaffVisit, 't' | 'lang'>,
): Saturation & { svg: string | null } {
  const saturation = saturationOf(texts)
  const { base, runs } = saturation
  if (base === null || runs.length === 0) return { ...saturation, svg: null }
  const total = t('words.saturation.total')
  const fresh = t('words.saturation.fresh')
  const chart: Chart = {
    form: 'lines',
    title: t('words.saturation.title'),
    unit: { text: null, as: 'number', decimals: 0 },
    axis: t('words.saturation.texts'),
    categories: [`1–${BASE}`, ...runs.map(({ from, until }) => `${from}–${until}`)],
    series: [
      { name: total, points: [base, ...runs.map((run) => run.total)].map((value) => ({ value })) },
      { name: fresh, points: [base, ...runs.map((run) => run.fresh)].map((value) => ({ value })) },
    ],
  }
  const said = runs.map(({ from, until, ...run }) => `${from}–${until}: ${run.total}, ${run.fresh}`)
  const svg = writeSvg(drawChart(chart, lang), {
    id: 'saturation',
    title: t('words.saturation.drawing'),
    description: `${total}, ${fresh}. ${said.join('. ')}`,
  })
  return { ...saturation, svg }
}
