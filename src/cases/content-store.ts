import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../platform/database/connection.ts'
import { commitTo, type EventCommitment } from '../ledger/index.ts'
import type { CaseContentTable, ContentKind } from './case-tables.ts'

/** A text of a case, ready to be stored, and the promise about it that the history keeps. */
export interface NewContent {
  row: CaseContentTable
  promise: EventCommitment
}

export function newContent(
  about: { administrationId: string; caseId: string; accountId: string | null; now: Date },
  kind: ContentKind,
  body: string,
): NewContent {
  const { salt, commitment } = commitTo(body)
  const contentId = randomUUID()
  return {
    row: {
      administration_id: about.administrationId,
      content_id: contentId,
      case_id: about.caseId,
      kind,
      body,
      salt,
      commitment,
      account_id: about.accountId,
      written_at: about.now,
      erased_at: null,
    },
    promise: { kind, id: contentId, commitment: commitment.toString('hex') },
  }
}

export async function insertContents(tx: Tx, contents: readonly NewContent[]): Promise<void> {
  if (contents.length === 0) return
  await tx
    .insertInto('case_contents')
    .values(contents.map(({ row }) => row))
    .execute()
}

export interface CaseContent {
  contentId: string
  kind: ContentKind
  /** Null once erased. */
  body: string | null
  accountId: string | null
  writtenAt: Date
}

export async function listContents(
  db: Db,
  administrationId: string,
  caseId: string,
): Promise<CaseContent[]> {
  const rows = await db
    .selectFrom('case_contents')
    .select(['content_id', 'kind', 'body', 'account_id', 'written_at'])
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .orderBy('written_at')
    .orderBy('content_id')
    .execute()
  return rows.map((row) => ({
    contentId: row.content_id,
    kind: row.kind,
    body: row.body,
    accountId: row.account_id,
    writtenAt: row.written_at,
  }))
}

/** Of the office as well, since it may repeat what the person said. The history keeps the promises. */
export async function eraseContents(
  tx: Tx,
  { administrationId, caseId }: { administrationId: string; caseId: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('case_contents')
    .set({ body: null, salt: null, erased_at: now })
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .where('erased_at', 'is', null)
    .execute()
}
