import type { FieldProblem } from '../../platform/errors.ts'
import type { BatchOfLines } from '../copy-line.ts'
import type { RowProblem } from '../import-request.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { UnreadableCode } from '../reading/open-bytes.ts'
import type { ImportReport } from '../report.ts'
import type { KnownBook } from '../rows/known-book.ts'

/** What the thread that goes through a file needs to know. */
export interface WalkTask {
  path: string
  mapping: Mapping
  known: KnownBook
  databaseUrl: string
  administrationId: string
}

/** Where the cases are kept; without it the file is only tried. */
export interface BatchToFill extends BatchOfLines {
  bookCode: string
  /** The row up to which all is here. */
  after: number
}

export interface Opened {
  columns: readonly string[]
  fileHash: Uint8Array
}

/** What is opened, and each stretch, waits for an answer, so that neither side runs ahead of the other. */
export type FromWalk =
  | { is: 'opened'; opened: Opened }
  | { is: 'stretch'; rowsDone: number; problems: readonly RowProblem[] }
  | { is: 'done'; report: ImportReport; seal: Uint8Array | null }
  | { is: 'busy' }
  | { is: 'unreadable'; code: UnreadableCode; values: Readonly<Record<string, string | number>> }
  | { is: 'invalid'; problems: readonly FieldProblem[] }

export type ToWalk = { do: 'fill'; batch: BatchToFill | null } | { do: 'go' } | { do: 'stop' }
