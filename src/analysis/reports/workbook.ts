import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { chartTable } from '../charts/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import { figuresOf, SECTIONS, type Edition, type ReportContent } from './report.ts'

interface Sheet {
  data: SheetData
  sheet: string
}

/** The data behind each figure and each chart: a sheet for the figures, one for each chart. */
export async function writeWorkbook(
  { blocks, lang }: ReportContent,
  edition: Edition,
  t: T,
): Promise<Buffer> {
  const own = blocks[edition]
  const charts = SECTIONS.flatMap((key) => own[key] ?? []).flatMap((block) =>
    block.type === 'chart' ? [block.chart] : [],
  )
  const sheets: Sheet[] = [
    { sheet: t('analysis-reports.workbook.figures'), data: figureRows(figuresOf(own), t) },
    ...charts.map((chart, index) => {
      const { head, rows } = chartTable(chart, { t, lang })
      const title: SheetData[number] = [{ value: chart.title, fontWeight: 'bold' }]
      return {
        sheet: t('analysis-reports.workbook.chart', { number: index + 1 }),
        data: [
          title,
          head.map(({ text }) => ({ value: text, fontWeight: 'bold' as const })),
          ...rows.map((row) => row.map(({ text, value }) => cellOf(value, text))),
        ],
      }
    }),
  ]
  return writeXlsxFile(sheets).toBuffer()
}

function figureRows(figures: ReturnType<typeof figuresOf>, t: T): SheetData {
  const head = ['indicator', 'label', 'value', 'shown', 'n', 'interval', 'before', 'year_before']
  return [
    head.map((name) => ({
      value: t(`analysis-reports.figures.${name}`),
      fontWeight: 'bold' as const,
    })),
    ...figures.map((figure) => [
      { value: figure.indicator },
      { value: figure.label },
      figure.value === null ? null : { value: figure.value },
      { value: figure.shown },
      figure.n === null ? null : { value: figure.n },
      { value: figure.interval },
      { value: figure.before },
      { value: figure.yearBefore },
    ]),
  ]
}

/** Numbers stay numbers; a text is never a formula. */
function cellOf(value: string | undefined, text: string): SheetData[number][number] {
  const number = value === undefined || value === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? { value: number } : { value: text }
}
