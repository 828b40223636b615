import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { CaseFacts } from './case-facts.ts'

export interface Mark {
  source: CaseFacts['source']
  caseId: string
}

/** Administrations with changes that are not counted yet. */
export async function listMarked(db: Db): Promise<string[]> {
  const { rows } = await sql<{ administrationId: string }>`
    select distinct administration_id as "administrationId" from case_marks order by 1`.execute(db)
  return rows.map(({ administrationId }) => administrationId)
}

/** Takes the oldest marks off; nobody who makes one ever waits for this. */
export async function takeMarks(tx: Tx, administrationId: string, limit: number): Promise<Mark[]> {
  const { rows } = await sql<Mark>`
    delete from case_marks where mark_id in (
      select mark_id from case_marks where administration_id = ${administrationId}
      order by mark_id limit ${limit} for update skip locked
    ) returning source, case_id as "caseId"`.execute(tx)
  return rows
}

/** Everything is about to be counted anew. */
export async function deleteMarks(tx: Tx, administrationId: string): Promise<void> {
  await sql`delete from case_marks where administration_id = ${administrationId}`.execute(tx)
}
