import type { T } from '../../platform/i18n/index.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import type { Chart, Point, Series } from './chart.ts'
import { sayAmount, sayPoint, sayValue } from './say-value.ts'

export interface TableCell {
  text: string
  /** The number behind the words, for what draws or calculates; empty where there is none. */
  value?: string
  format?: 'numeric'
}

export interface ChartTable {
  head: TableCell[]
  rows: TableCell[][]
}

/** All that a chart shows and what it rests on, in words and numbers. */
export function chartTable(chart: Chart, { t, lang }: { t: T; lang: string }): ChartTable {
  const columns = chart.series.flatMap((series) => columnsOf(series, chart, t, lang))
  return {
    head: [{ text: chart.axis }, ...columns.map(({ head }) => ({ text: head, format }))],
    rows: chart.categories.map((category, index) => [
      { text: category },
      ...columns.map(({ cell }) => cell(index)),
    ]),
  }
}

const format = 'numeric' as const

interface Column {
  head: string
  cell: (index: number) => TableCell
}

function columnsOf(
  { name, points }: Series,
  { unit, series }: Chart,
  t: T,
  lang: string,
): Column[] {
  const at = (index: number): Point => points[index] ?? { value: null }
  const named = (what: string) => (series.length > 1 ? `${name}: ${what}` : what)
  const main = {
    head: unit.text === null ? name : `${name} (${unit.text})`,
    cell: (index: number) => ({
      text: sayPoint(at(index), unit, lang),
      value: String(at(index).value ?? ''),
      format,
    }),
  } as const
  const counted = {
    head: named(t('charts.table.n')),
    cell: (index: number) => {
      const { n = null } = at(index)
      return { text: n === null ? '–' : formatNumber(n, lang), format }
    },
  } as const
  const between = {
    head: named(t('charts.table.interval')),
    cell: (index: number) => {
      const { interval = null } = at(index)
      return { text: interval ? sayInterval(interval, unit, { t, lang }) : '–', format }
    },
  } as const
  return [
    main,
    ...(points.some(({ n }) => typeof n === 'number') ? [counted] : []),
    ...(points.some(({ interval }) => interval) ? [between] : []),
  ]
}

export function sayInterval(
  { low, high }: { low: number; high: number },
  unit: Chart['unit'],
  { t, lang }: { t: T; lang: string },
): string {
  const [from, to] = [sayValue(low, unit, lang), sayAmount(high, unit, lang)]
  return t('charts.table.between', { low: from, high: to })
}
