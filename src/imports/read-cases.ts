import type { Mapping } from './mapping/mapping.ts'
import { columnsOf } from './mapping/mapping.ts'
import { openTable, type OpenTable } from './reading/open-table.ts'
import type { TableRow } from './reading/table-row.ts'
import { findHeader, isBlank, JUNK_ROWS, type Header } from './rows/header.ts'
import type { KnownBook } from './rows/known-book.ts'
import type { LegacyCase, Refusal } from './rows/legacy-case.ts'
import { rowReader, type ReadRow, type RowReader } from './rows/read-legacy-case.ts'

/** A file that a mapping was found to fit. */
export interface LegacyFile {
  table: OpenTable
  header: Header
  /** The rows under the headings, a few hundred at a time. */
  cases(): AsyncGenerator<readonly LegacyRow[]>
}

export type LegacyRow = { row: number; cells: readonly string[] } & (
  | { blank: true; case: null; refusals: null }
  | { blank: false; case: LegacyCase; refusals: null }
  | { blank: false; case: null; refusals: Refusal[] }
)

/** Refuses a file that the mapping was not made for before a row of it is read. */
export async function openLegacyFile(
  path: string,
  mapping: Mapping,
  known: KnownBook,
): Promise<LegacyFile> {
  const table = await openTable(path, mapping.file)
  const { headerRow } = mapping.file
  const top = await firstRows(table, Math.max(JUNK_ROWS, headerRow ?? 0))
  const header = findHeader(top, columnsOf(mapping), headerRow)
  // said here, so that what is wrong with the mapping is said before the file is read
  rowReader(mapping, header, known)
  return {
    table,
    header,
    cases: () => readCases(table, header, rowReader(mapping, header, known)),
  }
}

export async function firstRows(table: OpenTable, count: number): Promise<TableRow[]> {
  const first: TableRow[] = []
  for await (const rows of table.rows()) {
    first.push(...rows.slice(0, count - first.length))
    if (first.length >= count) break
  }
  return first
}

async function* readCases(
  table: OpenTable,
  header: Header,
  read: RowReader,
): AsyncGenerator<readonly LegacyRow[]> {
  const seen = new Set<string>()
  for await (const rows of table.rows()) {
    const below = rows.filter(({ row }) => row > header.row)
    yield below.map((row): LegacyRow => {
      const { cells } = row
      if (isBlank(row)) return { row: row.row, cells, blank: true, case: null, refusals: null }
      const { case: one, refusals } = refuseRepeated(read(row), seen)
      return one
        ? { row: row.row, cells, blank: false, case: one, refusals: null }
        : { row: row.row, cells, blank: false, case: null, refusals }
    })
  }
}

/** The second of two with one number: which of them is right, only a person knows. */
function refuseRepeated(read: ReadRow, seen: Set<string>): ReadRow {
  if (!read.case) return read
  const { row, sourceNumber } = read.case
  if (!seen.has(sourceNumber)) {
    seen.add(sourceNumber)
    return read
  }
  return {
    case: null,
    refusals: [{ row, column: '', code: 'number_repeated', value: sourceNumber }],
  }
}
