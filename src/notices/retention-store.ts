import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { DayCount, Stretch } from '../platform/database/stretch.ts'

/** Letters that nobody has to see to any more, by the day on which they were settled. */
export async function countSettledNotices(
  db: Db,
  administrationId: string,
  { beganAt, timeZone }: Stretch,
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select to_char(settled_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*)::int as count
    from notices where administration_id = ${administrationId} and settled_at < ${beganAt}
    group by 1 order by 1`.execute(db)
  return rows
}

/** Only those of which nothing is left to do; returns how many went. */
export async function deleteSettledNotices(
  db: Db,
  administrationId: string,
  { beganAt, limit }: Stretch & { limit: number },
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from notices where administration_id = ${administrationId} and notice_id in (
      select notice_id from notices
      where administration_id = ${administrationId} and settled_at < ${beganAt} limit ${limit}
    )`.execute(db)
  return Number(numAffectedRows ?? 0)
}
