import { chartView, type ChartView } from '../charts/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import {
  SECTIONS,
  type Edition,
  type FigureChange,
  type ReportBlock,
  type ReportContent,
  type SectionKey,
} from './report.ts'

type BlockView = Exclude<ReportBlock, { type: 'chart' }> | { type: 'chart'; chart: ChartView }

export interface SectionView {
  key: SectionKey
  title: string
  paragraphs: string[]
  blocks: BlockView[]
}

export interface BodyView {
  sections: SectionView[]
  changes: readonly FigureChange[]
}

type Speech = { t: T; lang: string }

/** The report as its page shows it; sections with nothing in them are left out. */
export function bodyView(content: ReportContent, edition: Edition, speech: Speech): BodyView {
  const sections = SECTIONS.map((key) => sectionView(content, { key, edition }, speech))
  return {
    sections: sections.filter(({ paragraphs, blocks }) => paragraphs.length + blocks.length > 0),
    changes: content.changes[edition],
  }
}

export function sectionView(
  { texts, blocks }: ReportContent,
  { key, edition }: { key: SectionKey; edition: Edition },
  speech: Speech,
): SectionView {
  return {
    key,
    title: speech.t(`analysis-reports.section.${key}`),
    paragraphs: paragraphsOf(texts[key]),
    blocks: (blocks[edition][key] ?? []).map((block, index) =>
      blockView(block, `${key}-${index}`, speech),
    ),
  }
}

function blockView(block: ReportBlock, id: string, speech: Speech): BlockView {
  if (block.type !== 'chart') return block
  return { type: 'chart', chart: chartView(block.chart, { id, level: 3 }, speech) }
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
