/** Documents for paper, tagged so that they can be listened to as well. */
export {
  collect,
  openDocument,
  printable,
  type DocumentOptions,
  type PdfDocument,
} from './tagged-document.ts'
