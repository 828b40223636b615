import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { DayCount, Stretch } from '../platform/database/stretch.ts'
import type { Forgotten } from './actions/keep-no-longer.ts'

/** Cases that came to their end and still have something that goes one day. */
export interface EndedQuestion {
  administrationId: string
  kind: string
  what: Forgotten
}

const ENDED_AT = sql`coalesce(closed_at, notified_at)`

/** Held ones wait apart from all terms. */
function kept({ administrationId, kind, what }: EndedQuestion): RawBuilder<unknown> {
  const identity =
    what === 'identity'
      ? sql`and exists (select from case_people as person
          where person.administration_id = cases.administration_id
            and person.case_id = cases.case_id and person.erased_at is null)`
      : sql``
  return sql`administration_id = ${administrationId} and kind = ${kind} and not is_open
    and summary <> '' and not held and not review_asked ${identity}`
}

/** By the day on which they ended. */
export async function countEndedCases(
  db: Db,
  question: EndedQuestion,
  { beganAt, timeZone }: Stretch,
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select to_char(${ENDED_AT} at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*)::int as count
    from cases where ${kept(question)} and ${ENDED_AT} < ${beganAt}
    group by 1 order by 1`.execute(db)
  return rows
}

/** The oldest of those that ended before a day, by number. */
export async function listCasesToForget(
  db: Db,
  question: EndedQuestion,
  { beganAt, limit }: Stretch & { limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ caseNumber: string }>`
    select case_number as "caseNumber" from cases
    where ${kept(question)} and ${ENDED_AT} < ${beganAt}
    order by ${ENDED_AT}, case_id limit ${limit}`.execute(db)
  return rows.map(({ caseNumber }) => caseNumber)
}
