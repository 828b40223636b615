import { guessSeparator, readCsvRows, type Separator } from './csv-rows.ts'
import { inspectFile, type Encoding, type FileFacts } from './inspect-file.ts'
import type { RowsOfTable } from './table-row.ts'
import { readXlsxRows } from './xlsx/sheet-rows.ts'

/** What whoever knows the file says of it; the rest is found out. */
export interface FileHints {
  encoding?: Encoding | undefined
  separator?: Separator | undefined
  sheet?: string | undefined
}

export interface OpenTable {
  facts: FileFacts
  /** Null for a spreadsheet. */
  separator: Separator | null
  /** From its first row, as often as asked. */
  rows(): RowsOfTable
}

export async function openTable(path: string, hints: FileHints = {}): Promise<OpenTable> {
  const found = await inspectFile(path)
  if (found.encoding === null) {
    return { facts: found, separator: null, rows: () => readXlsxRows(path, hints.sheet ?? null) }
  }
  const encoding = hints.encoding ?? found.encoding
  const separator = hints.separator ?? (await guessSeparator(path, encoding))
  return {
    facts: { ...found, encoding },
    separator,
    rows: () => readCsvRows(path, { encoding, separator }),
  }
}
