import type { T } from '../../platform/i18n/index.ts'
import { isEmpty, MOST_BARS, type Chart } from './chart.ts'
import { chartTable, type ChartTable } from './chart-table.ts'
import { describeChart } from './describe-chart.ts'
import { drawChart } from './draw-chart.ts'
import { writeSvg } from './write-svg.ts'

/** What stands around a chart: on how many it rests, what is counted, how new it is, where to take it. */
export interface Around {
  /** Unique on its page. */
  id: string
  n?: number | null
  definition?: string | null
  definitionUrl?: string | null
  updatedAt?: string | null
  links?: readonly { text: string; href: string }[]
  /** A heading of this level within the page. */
  level?: 2 | 3
}

export interface ChartView extends Around {
  form: Chart['form']
  title: string
  /** Null where nothing can be drawn: the words say why. */
  svg: string | null
  percent: boolean
  table: ChartTable
  notes: string[]
}

/** Exactly what the component `chart` shows. */
export function chartView(chart: Chart, around: Around, speech: { t: T; lang: string }): ChartView {
  const { t, lang } = speech
  const left = chart.form === 'lines' ? 0 : chart.categories.length - MOST_BARS
  const empty = isEmpty(chart)
  return {
    ...around,
    form: chart.form,
    title: chart.title,
    svg: empty
      ? null
      : writeSvg(drawChart(chart, lang), {
          id: around.id,
          title: chart.title,
          description: describeChart(chart, speech),
        }),
    percent: chart.unit.as === 'percent',
    table: chartTable(chart, speech),
    notes: [
      ...(empty ? [t('charts.empty')] : []),
      ...(left > 0 && chart.form !== 'histogram'
        ? [t('charts.rest_in_table', { count: left })]
        : []),
      ...(chart.note ? [chart.note] : []),
    ],
  }
}
