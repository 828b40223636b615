import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { CaseState } from './case-states.ts'

/** Which cases: of a centre, registered on the days of a period as it is in a time zone. */
export interface FollowedQuestion {
  administrationId: string
  centreId: string | null
  from: PlainDate
  until: PlainDate
  timeZone: string
}

/** What became of a case, without what it says and whose it is. */
export interface FollowedCase {
  caseNumber: string
  kind: string
  state: CaseState
  registeredAt: Date
  dueOn: PlainDate | null
  answeredAt: Date | null
  closedAt: Date | null
}

export interface FollowedCount {
  received: number
  answered: number
  /** Still open after their date. */
  overdue: number
}

/** Restricted cases are neither counted nor listed: their number alone would point at them. */
function chosen({ administrationId, centreId, from, until, timeZone }: FollowedQuestion) {
  // the first two bounds are for the index: no zone is a day away
  return sql`administration_id = ${administrationId} and restricted is null
    and state <> 'consolidated' and (${centreId}::uuid is null or centre_id = ${centreId}::uuid)
    and registered_at >= ${from}::date - interval '1 day'
    and registered_at < ${until}::date + interval '2 days'
    and (registered_at at time zone ${timeZone})::date between ${from} and ${until}`
}

export async function countFollowed(db: Db, question: FollowedQuestion): Promise<FollowedCount> {
  const { rows } = await sql<FollowedCount>`
    select count(*)::int as received, count(answered_at)::int as answered,
      count(*) filter (where overdue and is_open)::int as overdue
    from cases where ${chosen(question)}`.execute(db)
  return rows[0] ?? { received: 0, answered: 0, overdue: 0 }
}

/** In the order of their numbers, after one of them. */
export async function listFollowed(
  db: Db,
  question: FollowedQuestion,
  { after, limit }: { after: string; limit: number },
): Promise<FollowedCase[]> {
  const { rows } = await sql<FollowedCase>`
    select case_number as "caseNumber", kind, state, registered_at as "registeredAt",
      due_on as "dueOn", answered_at as "answeredAt", closed_at as "closedAt"
    from cases where ${chosen(question)} and case_number > ${after}
    order by case_number limit ${limit}`.execute(db)
  return rows
}
