import type { Edition, ReportBlock, ReportBlocks, ReportContent } from './report.ts'

/** A draft without the quotes that nobody may quote any more; the same when all of them still may. */
export function withoutQuotes(
  content: ReportContent,
  mayStay: (text: string) => boolean,
): ReportContent {
  const kept = (block: ReportBlock): ReportBlock[] => {
    if (block.type !== 'quotes') return [block]
    const quotes = block.quotes.filter(({ text }) => mayStay(text))
    return quotes.length > 0 ? [{ ...block, quotes }] : []
  }
  const blocksOf = (edition: Edition): ReportBlocks =>
    Object.fromEntries(
      Object.entries(content.blocks[edition]).map(([section, blocks]) => [
        section,
        blocks.flatMap(kept),
      ]),
    )
  return { ...content, blocks: { inside: blocksOf('inside'), public: blocksOf('public') } }
}
