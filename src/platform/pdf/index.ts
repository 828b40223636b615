/** Documents for paper, tagged so that they can be listened to as well. */
export { FlowingPaper, MARGIN, type Column, type Heading } from './flowing-paper.ts'
export { makePaper, type PaperWords } from './make-paper.ts'
export {
  collect,
  openDocument,
  printable,
  type DocumentOptions,
  type PdfDocument,
} from './tagged-document.ts'
