/** A row as a spreadsheet numbers it: the first line of the file is row 1, empty ones count. */
export interface TableRow {
  row: number
  cells: readonly string[]
}

/** Rows come by the hundred: one by one, waiting for each would cost more than reading it. */
export type RowsOfTable = AsyncGenerator<readonly TableRow[]>

export const MOST_COLUMNS = 500
/** A text may be long; what is longer is a quote that nobody closed. */
export const LONGEST_ROW = 4 * 1024 * 1024

/** Line breaks and runs of blanks inside a heading mean nothing. */
export function sameHeading(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().normalize('NFC').toLowerCase()
}
