import { Readable } from 'node:stream'
import type { FlowingPaper, PaperWords } from '../../platform/pdf/index.ts'
import { makePaper } from '../../platform/pdf/index.ts'
import type { Paper } from '../proof.ts'

/** A paper that is drawn only when it is written. */
export function drawnPaper(
  { fileName, on, ...words }: Pick<Paper, 'fileName' | 'on'> & PaperWords,
  draw: (paper: FlowingPaper) => void,
): Paper {
  return {
    fileName,
    title: words.title,
    on,
    review: 'none',
    open: async ({ mask }) => Readable.from([await makePaper({ ...words, mask }, draw)]),
  }
}
