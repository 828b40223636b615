import {
  chartTable,
  describeChart,
  drawChart,
  drawInPdf,
  heightAt,
  isEmpty,
  type Chart,
} from '../../charts/index.ts'
import { formatNumber, type T } from '../../../platform/i18n/index.ts'
import { makePaper, MARGIN, type Column, type FlowingPaper } from '../../../platform/pdf/index.ts'
import {
  SECTIONS,
  type Edition,
  type FigureChange,
  type ReportBlock,
  type ReportContent,
  type ReportFigure,
  type SectionKey,
  type TableBlock,
} from '../report.ts'

export interface PaperWords {
  t: T
  lang: string
  /** The title, the period and who signed: what every page and the cover carry. */
  title: string
  cover: readonly string[]
  foot: string
}

const A4_WIDTH = 595.28
const ROOM_OF_GAPS = 20
const ROOM_OF_TITLE = 80

/** The whole report as a tagged document. */
export function drawReport(
  content: ReportContent,
  edition: Edition,
  words: PaperWords,
): Promise<Buffer> {
  return onPaper(content, words, (paper) => {
    for (const line of words.cover) paper.text(line, { soft: true })
    drawChanges(paper, content.changes[edition], words.t)
    for (const key of SECTIONS) drawSection(paper, content, { key, edition, words })
  })
}

const ON_ONE_PAGE: Readonly<Record<'citizens' | 'staff', readonly SectionKey[]>> = {
  citizens: ['received', 'times'],
  staff: ['times', 'voices'],
}
const FIGURES_ON_ONE_PAGE = 4

/** One page to hand out: what a person wrote for these readers, and the few figures that go with it. */
export function drawOnePage(
  content: ReportContent,
  reader: 'citizens' | 'staff',
  words: PaperWords,
): Promise<Buffer> {
  const blocks = content.blocks[reader === 'citizens' ? 'public' : 'inside']
  return onPaper(content, words, (paper) => {
    paper.text(content.texts[reader], { size: 12 })
    const figures = ON_ONE_PAGE[reader]
      .flatMap((key) => blocks[key] ?? [])
      .flatMap((block) => (block.type === 'figures' ? ofItsKind(block) : []))
    if (figures.length > 0) {
      drawFigures(paper, figures.slice(0, FIGURES_ON_ONE_PAGE), words)
    }
    for (const { title, items } of listsOf(blocks.actions ?? [])) {
      paper.heading('H2', title)
      paper.list(items)
    }
  })
}

/** On one page the kinds stand in one table: each line says its own. */
function ofItsKind({ title, figures }: Extract<ReportBlock, { type: 'figures' }>): ReportFigure[] {
  return figures.slice(0, 2).map((figure) => ({ ...figure, label: `${title}: ${figure.label}` }))
}

function listsOf(blocks: readonly ReportBlock[]) {
  return blocks.filter((block) => block.type === 'items')
}

function onPaper(
  { administration }: ReportContent,
  { title, lang, foot, t }: PaperWords,
  draw: (paper: FlowingPaper) => void,
): Promise<Buffer> {
  return makePaper({ t, lang, title, author: administration, foot }, draw)
}

function drawSection(
  paper: FlowingPaper,
  { texts, blocks }: ReportContent,
  { key, edition, words }: { key: SectionKey; edition: Edition; words: PaperWords },
): void {
  const { t, lang } = words
  const own = blocks[edition][key] ?? []
  if (texts[key].trim() === '' && own.length === 0) return
  const [first] = own
  const opensWithChart = texts[key].trim() === '' && first?.type === 'chart'
  const below = opensWithChart ? [heightOf(first.chart, lang) + ROOM_OF_TITLE] : []
  paper.heading('H2', t(`analysis-reports.section.${key}`), ...below)
  paper.text(texts[key])
  for (const block of own) drawBlock(paper, block, { t, lang })
}

function drawBlock(
  paper: FlowingPaper,
  block: ReportBlock,
  { t, lang }: { t: T; lang: string },
): void {
  if (block.type === 'chart') return drawChartAndTable(paper, block.chart, { t, lang })
  if (block.type === 'note') return paper.text(block.text, { soft: true })
  paper.heading('H3', block.title)
  if (block.type === 'table') return drawTable(paper, block)
  if (block.type === 'figures') drawFigures(paper, block.figures, { t, lang })
  else if (block.type === 'items') paper.list(block.items)
  else for (const { text, theme } of block.quotes) paper.quote(text, theme)
}

function heightOf(chart: Chart, lang: string): number {
  const drawing = drawChart(chart, lang)
  return heightAt(drawing, widthOf(drawing))
}

function widthOf({ width }: { width: number }): number {
  return Math.min(A4_WIDTH - 2 * MARGIN, width * 0.9)
}

function drawChartAndTable(
  paper: FlowingPaper,
  chart: Chart,
  speech: { t: T; lang: string },
): void {
  const drawing = drawChart(chart, speech.lang)
  const wide = widthOf(drawing)
  const high = heightAt(drawing, wide)
  paper.heading('H3', chart.title, high + ROOM_OF_GAPS)
  if (!isEmpty(chart)) {
    paper.figure(describeChart(chart, speech), high, (doc, { x, y }) => {
      drawInPdf(doc, drawing, { x, y, width: wide })
    })
  }
  const { head, rows } = chartTable(chart, speech)
  const first = head.length > 4 ? 0.28 : 0.4
  const rest = (1 - first) / Math.max(1, head.length - 1)
  const columns = head.map(({ text }, index): Column => {
    return index === 0
      ? { title: text, share: first }
      : { title: text, share: rest, align: 'right' }
  })
  paper.table(
    columns,
    rows.map((row) => row.map(({ text }) => text)),
  )
  if (chart.note) paper.text(chart.note, { soft: true, size: 9 })
}

function drawFigures(
  paper: FlowingPaper,
  figures: readonly ReportFigure[],
  { t, lang }: { t: T; lang: string },
): void {
  const columns: Column[] = [
    { title: t('analysis-reports.figures.label'), share: 0.34 },
    { title: t('analysis-reports.figures.value'), share: 0.14, align: 'right' },
    { title: t('analysis-reports.figures.n'), share: 0.09, align: 'right' },
    { title: t('analysis-reports.figures.interval'), share: 0.17, align: 'right' },
    { title: t('analysis-reports.figures.before'), share: 0.13, align: 'right' },
    { title: t('analysis-reports.figures.year_before'), share: 0.13, align: 'right' },
  ]
  const rows = figures.map(({ indicator, label, shown, n, interval, before, yearBefore }) => [
    `${label} (${indicator})`,
    shown,
    n === null ? '–' : formatNumber(n, lang),
    interval,
    before,
    yearBefore,
  ])
  paper.table(columns, rows)
}

function drawTable(paper: FlowingPaper, { head, rows, note }: TableBlock): void {
  const first = head.length > 4 ? 0.3 : 0.4
  const share = (1 - first) / Math.max(1, head.length - 1)
  const columns = head.map((title, at): Column => {
    return at === 0 ? { title, share: first } : { title, share, align: 'right' }
  })
  paper.table(columns, rows)
  paper.text(note, { soft: true, size: 9 })
}

function drawChanges(paper: FlowingPaper, changes: readonly FigureChange[], t: T): void {
  if (changes.length === 0) return
  paper.heading('H2', t('analysis-reports.changes.title'))
  paper.table(
    [
      { title: t('analysis-reports.figures.label'), share: 0.5 },
      { title: t('analysis-reports.changes.was'), share: 0.25, align: 'right' },
      { title: t('analysis-reports.changes.is'), share: 0.25, align: 'right' },
    ],
    changes.map(({ label, was, is }) => [label, was, is]),
  )
}
