import type { BookRules } from '../administrations/index.ts'
import type { Mapping } from './mapping/mapping.ts'
import type { ImportReport } from './report.ts'
import type { RefusalCode } from './rows/legacy-case.ts'

export interface ImportRequest {
  book: BookRules
  path: string
  fileName: string
  mapping: Mapping
  /** Who does it; null: the command line. */
  accountId: string | null
  now: Date
  onProgress?: (row: number) => Promise<void> | void
  /** Each row that is not taken, with its reasons. */
  onProblem?: (problem: RowProblem) => void
}

export interface RowProblem {
  row: number
  cells: readonly string[]
  problems: readonly { column: string; code: RefusalCode | 'changed'; value: string }[]
}

export interface ImportResult {
  report: ImportReport
  columns: readonly string[]
  /** Null: a dry run, or nothing was new. */
  batchNumber: string | null
  /** The row after which an earlier import of the same file had stopped. */
  resumedAfter: number
}
