import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { DayCount, Stretch } from '../platform/database/stretch.ts'

/** Comments by the day on which they were written. */
export async function countComments(
  db: Db,
  administrationId: string,
  { before }: Stretch,
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select responded_on::text as day, count(*)::int as count
    from survey_comments join survey_responses using (administration_id, response_id)
    where administration_id = ${administrationId} and responded_on < ${before}
    group by 1 order by 1`.execute(db)
  return rows
}

/** The words go; what was scored stays. Returns how many went. */
export async function deleteComments(
  db: Db,
  administrationId: string,
  { before, limit }: Stretch & { limit: number },
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from survey_comments where administration_id = ${administrationId} and response_id in (
      select response_id from survey_comments join survey_responses using (administration_id, response_id)
      where administration_id = ${administrationId} and responded_on < ${before} limit ${limit}
    )`.execute(db)
  return Number(numAffectedRows ?? 0)
}
