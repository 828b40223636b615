import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'

/** Administrations with changes that are not counted yet. */
export async function listMarked(db: Db): Promise<string[]> {
  const { rows } = await sql<{ administrationId: string }>`
    select distinct administration_id as "administrationId" from case_marks order by 1`.execute(db)
  return rows.map(({ administrationId }) => administrationId)
}

/** A book of another time came in whole, or so much changed that counting everything is less work. */
export async function isWholeMarked(
  tx: Tx,
  administrationId: string,
  most: number,
): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean }>`
    select exists (select from case_marks
        where administration_id = ${administrationId} and source = 'legacy')
      or (select count(*) from case_marks
        where administration_id = ${administrationId}) > ${most} as whole`.execute(tx)
  return rows[0]?.whole ?? false
}

/** Takes the oldest marks off; nobody who makes one ever waits for this. Gives the cases, each as often as marked. */
export async function takeMarks(
  tx: Tx,
  administrationId: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    delete from case_marks where mark_id in (
      select mark_id from case_marks where administration_id = ${administrationId}
      order by mark_id limit ${limit} for update skip locked
    ) returning case_id as "caseId"`.execute(tx)
  return rows.map(({ caseId }) => caseId)
}

/** Everything is about to be counted anew. */
export async function deleteMarks(tx: Tx, administrationId: string): Promise<void> {
  await sql`delete from case_marks where administration_id = ${administrationId}`.execute(tx)
}
