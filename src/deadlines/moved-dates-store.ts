import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import './tables.ts'

/** Which of these cases are answered by another day than they were then, because the days off changed. */
export async function listMovedSince(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
  since: Date,
): Promise<string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select distinct case_id from clocks
    cross join lateral (
      select due_before from clock_moves moves
      where moves.administration_id = clocks.administration_id and moves.clock_id = clocks.clock_id
        and moved_at >= ${since} and reason = 'calendar'
      order by moved_at limit 1
    ) first_move
    where administration_id = ${administrationId} and case_id = any(${caseIds})
      and step = 'answer' and stopped_at is null and due_before <> due_on`.execute(db)
  return rows.map(({ case_id }) => case_id)
}

/** The dates of answers that one recount moved, and the first cases of it. */
export interface RecountedDates {
  at: Date
  count: number
  first: readonly { caseId: string; dueBefore: PlainDate; dueAfter: PlainDate }[]
}

/** What the changes of these calendars moved, the newest first. */
export async function listRecounts(
  db: Db,
  administrationId: string,
  calendarCodes: readonly string[],
  limits: { recounts: number; cases: number },
): Promise<RecountedDates[]> {
  const { rows } = await sql<RecountedDates>`
    select moved_at as at, count(*)::integer as count, json_agg(json_build_object(
      'caseId', case_id, 'dueBefore', due_before, 'dueAfter', due_after) order by due_after)
      filter (where place <= ${limits.cases}) as first
    from (
      select moved_at, case_id, due_before, due_after,
        row_number() over (partition by moved_at order by due_after, case_id) as place
      from clock_moves join clocks using (administration_id, clock_id)
      where administration_id = ${administrationId} and reason = 'calendar' and step = 'answer'
        and calendar_code = any(${calendarCodes})
    ) moves
    group by moved_at order by moved_at desc limit ${limits.recounts}`.execute(db)
  return rows
}
