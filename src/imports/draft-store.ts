import { sql, type Generated } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import type { ImportReport } from './report.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    legacy_drafts: {
      administration_id: string
      draft_id: string
      file_name: string
      hints: Generated<unknown>
      mapping: unknown
      state: DraftState
      rows_done: Generated<number>
      report: unknown
      problem: unknown
      created_at: Date
      created_by: string
    }
  }
}

export type DraftState = 'new' | 'mapped' | 'tried' | 'loading' | 'loaded' | 'failed'

/** A file that somebody brought, on its way into the book. */
export interface Draft {
  draftId: string
  fileName: string
  state: DraftState
  /** As the mapping was told on screen or written. */
  mapping: unknown
  rowsDone: number
  report: ImportReport | null
  /** Why it failed, in the words of whoever brought it. */
  problem: readonly string[]
  createdAt: Date
  createdBy: string
}

export async function insertDraft(
  tx: Tx,
  administrationId: string,
  draft: Pick<Draft, 'draftId' | 'fileName' | 'createdAt' | 'createdBy'>,
): Promise<void> {
  await tx
    .insertInto('legacy_drafts')
    .values({
      administration_id: administrationId,
      draft_id: draft.draftId,
      file_name: draft.fileName,
      state: 'new',
      created_at: draft.createdAt,
      created_by: draft.createdBy,
    })
    .execute()
}

export async function getDraft(db: Db, administrationId: string, draftId: string): Promise<Draft> {
  const draft = (await select(db, administrationId).where('draft_id', '=', draftId).execute())[0]
  if (!draft) throw new NotFound()
  return draftFromRow(draft)
}

/** Newest first, those that are not loaded yet. */
export async function listDrafts(db: Db, administrationId: string): Promise<Draft[]> {
  const rows = await select(db, administrationId)
    .where('state', '<>', 'loaded')
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(draftFromRow)
}

function select(db: Db, administrationId: string) {
  return db
    .selectFrom('legacy_drafts')
    .selectAll()
    .where('administration_id', '=', administrationId)
}

export interface DraftChange {
  state?: DraftState
  mapping?: unknown
  report?: ImportReport
  problem?: readonly string[]
  rowsDone?: number
}

export async function updateDraft(
  db: Db,
  administrationId: string,
  draftId: string,
  { state, mapping, report, problem, rowsDone }: DraftChange,
): Promise<void> {
  const json = (value: unknown) => sql<unknown>`${JSON.stringify(value)}::jsonb`
  await db
    .updateTable('legacy_drafts')
    .set({
      ...(state === undefined ? {} : { state }),
      ...(mapping === undefined ? {} : { mapping: json(mapping) }),
      ...(report === undefined ? {} : { report: json(report) }),
      ...(problem === undefined ? {} : { problem: json(problem) }),
      ...(rowsDone === undefined ? {} : { rows_done: rowsDone }),
    })
    .where('administration_id', '=', administrationId)
    .where('draft_id', '=', draftId)
    .execute()
}

interface DraftRow {
  draft_id: string
  file_name: string
  state: DraftState
  mapping: unknown
  rows_done: number
  report: unknown
  problem: unknown
  created_at: Date
  created_by: string
}

function draftFromRow(row: DraftRow): Draft {
  return {
    draftId: row.draft_id,
    fileName: row.file_name,
    state: row.state,
    mapping: row.mapping,
    rowsDone: row.rows_done,
    report: row.report as ImportReport | null,
    problem: (row.problem ?? []) as string[],
    createdAt: row.created_at,
    createdBy: row.created_by,
  }
}
