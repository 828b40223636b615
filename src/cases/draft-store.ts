import { randomUUID } from 'node:crypto'
import { sql, type ColumnType } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { FilingAnswers } from './filing-answers.ts'

interface FilingDraftTable {
  draft_id: string
  administration_id: string
  session_hash: Buffer
  answers: ColumnType<FilingAnswers, string, string>
  version: number
  started_at: Date
  saved_at: Date
  filed_at: Date | null
  filed_case_number: string | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    filing_drafts: FilingDraftTable
  }
}

/** Whose draft it is: of one book and one short session. */
export interface DraftOwner {
  administrationId: string
  sessionHash: Buffer
}

export interface FilingDraft {
  draftId: string
  answers: FilingAnswers
  version: number
}

export interface SentDraft {
  filedAt: Date
  caseNumber: string
}

export async function findOpenDraft(db: Db, owner: DraftOwner): Promise<FilingDraft | null> {
  const row = await db
    .selectFrom('filing_drafts')
    .select(['draft_id', 'answers', 'version'])
    .where('administration_id', '=', owner.administrationId)
    .where('session_hash', '=', owner.sessionHash)
    .where('filed_at', 'is', null)
    .executeTakeFirst()
  return row ? { draftId: row.draft_id, answers: row.answers, version: row.version } : null
}

/** A draft that became a case already. */
export async function findSentDraft(
  db: Db,
  owner: DraftOwner,
  draftId: string,
): Promise<SentDraft | null> {
  const row = await db
    .selectFrom('filing_drafts')
    .select(['filed_at', 'filed_case_number'])
    .where('draft_id', '=', draftId)
    .where('administration_id', '=', owner.administrationId)
    .where('session_hash', '=', owner.sessionHash)
    .executeTakeFirst()
  if (!row?.filed_at || !row.filed_case_number) return null
  return { filedAt: row.filed_at, caseNumber: row.filed_case_number }
}

/** Adds answers to the owner's open draft, or begins it with them. An answer of null is taken out. */
export async function upsertAnswers(
  db: Db,
  owner: DraftOwner,
  answers: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<string> {
  const given = JSON.stringify(answers)
  const { rows } = await sql<{ draft_id: string }>`
    insert into filing_drafts (draft_id, administration_id, session_hash, answers, started_at, saved_at)
    values (${randomUUID()}, ${owner.administrationId}, ${owner.sessionHash},
      jsonb_strip_nulls(${given}::jsonb), ${now}, ${now})
    on conflict (session_hash, administration_id) where filed_at is null
    do update set answers = jsonb_strip_nulls(filing_drafts.answers || ${given}::jsonb),
      version = filing_drafts.version + 1, saved_at = ${now}
    returning draft_id
  `.execute(db)
  return rows[0]?.draft_id ?? ''
}

/** What was typed is in the book now and needs no second place. */
export async function updateDraftFiled(
  tx: Tx,
  draftId: string,
  caseNumber: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('filing_drafts')
    .set({ answers: '{}', filed_at: now, filed_case_number: caseNumber })
    .where('draft_id', '=', draftId)
    .execute()
}

export async function deleteOpenDraft(db: Db, owner: DraftOwner): Promise<void> {
  await db
    .deleteFrom('filing_drafts')
    .where('administration_id', '=', owner.administrationId)
    .where('session_hash', '=', owner.sessionHash)
    .where('filed_at', 'is', null)
    .execute()
}

export async function deleteDraftsSavedBefore(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('filing_drafts')
    .where('saved_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
