import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { DayCount, Stretch } from '../platform/database/stretch.ts'

const ENDED_ON = sql`coalesce(closed_on, answered_on, received_on)`

/** Cases of older books that still have their words, by the day on which they ended; of those without one, came. */
export async function countLegacyCases(
  db: Db,
  administrationId: string,
  { before }: Stretch,
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select ${ENDED_ON}::text as day, count(*)::int as count from legacy_cases
    where administration_id = ${administrationId} and erased_on is null and ${ENDED_ON} < ${before}
    group by 1 order by 1`.execute(db)
  return rows
}

/** What was told, the whole row and its salt; what the seal of the batch promised stays. */
export async function eraseLegacyBefore(
  db: Db,
  administrationId: string,
  { before, limit, today }: Stretch & { limit: number; today: PlainDate },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update legacy_cases set body = '', cells = null, salt = null, erased_on = ${today}
    where administration_id = ${administrationId} and legacy_id in (
      select legacy_id from legacy_cases join legacy_batches using (administration_id, batch_id)
      where administration_id = ${administrationId} and erased_on is null and ${ENDED_ON} < ${before}
        and legacy_batches.state = 'loaded'
      limit ${limit}
    )`.execute(db)
  return Number(numAffectedRows ?? 0)
}
