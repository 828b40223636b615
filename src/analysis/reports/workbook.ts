import type { T } from '../../platform/i18n/index.ts'
import { writeWorkbook, type SheetOfRows } from '../../platform/tables/index.ts'
import { chartTable, type Chart } from '../charts/index.ts'
import { figuresOf, SECTIONS, type Edition, type ReportContent } from './report.ts'

/** The data behind each figure and each chart: a sheet for the figures, one for each chart. */
export function writeReportData(
  { blocks, lang }: ReportContent,
  edition: Edition,
  t: T,
): Promise<Buffer> {
  const own = blocks[edition]
  const all = SECTIONS.flatMap((key) => own[key] ?? [])
  const charts = all.flatMap((block) => (block.type === 'chart' ? [block.chart] : []))
  const tables = all.flatMap((block) => (block.type === 'table' ? [block] : []))
  return writeWorkbook([
    figureSheet(figuresOf(own), t),
    ...charts.map((chart, index) => chartSheet(chart, index + 1, { t, lang })),
    ...tables.map(({ head, rows }, index) => ({
      name: t('analysis-reports.workbook.table', { number: index + 1 }),
      head: [...head],
      rows: rows.map((row) => [...row]),
    })),
  ])
}

const COLUMNS = [
  'indicator',
  'label',
  'value',
  'shown',
  'n',
  'interval',
  'before',
  'year_before',
] as const

function figureSheet(figures: ReturnType<typeof figuresOf>, t: T): SheetOfRows {
  return {
    name: t('analysis-reports.workbook.figures'),
    head: COLUMNS.map((name) => t(`analysis-reports.figures.${name}`)),
    rows: figures.map((figure) => [
      figure.indicator,
      figure.label,
      figure.value,
      figure.shown,
      figure.n,
      figure.interval,
      figure.before,
      figure.yearBefore,
    ]),
  }
}

function chartSheet(chart: Chart, number: number, speech: { t: T; lang: string }): SheetOfRows {
  const { head, rows } = chartTable(chart, speech)
  return {
    name: speech.t('analysis-reports.workbook.chart', { number }),
    head: head.map(({ text }, index) => (index === 0 ? `${text} · ${chart.title}` : text)),
    rows: rows.map((row) =>
      row.map(({ text, value }) => (value === undefined || value === '' ? text : Number(value))),
    ),
  }
}
