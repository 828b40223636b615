import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { DayCount, Stretch } from '../platform/database/stretch.ts'

/** Entries that still say who it was, by their day. */
export async function countPeopleAttended(
  db: Db,
  administrationId: string,
  { before }: Stretch,
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select day::text as day, count(*)::int as count from attention_register
    where administration_id = ${administrationId} and erased_on is null and day < ${before}
    group by 1 order by 1`.execute(db)
  return rows
}

/** Name and contact go, what was counted stays. Returns how many people went. */
export async function erasePeopleAttended(
  db: Db,
  administrationId: string,
  { before, limit, today }: Stretch & { limit: number; today: PlainDate },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update attention_register set name = '', contact = '', erased_on = ${today}
    where administration_id = ${administrationId} and entry_id in (
      select entry_id from attention_register
      where administration_id = ${administrationId} and erased_on is null and day < ${before}
      limit ${limit}
    )`.execute(db)
  return Number(numAffectedRows ?? 0)
}
