/** Tables that leave as files: for spreadsheets and for other programs. A text is never taken for a formula. */
export { writeCsv, type Value } from './write-csv.ts'
export { writeWorkbook, type SheetOfRows } from './write-workbook.ts'
