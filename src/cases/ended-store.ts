import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { Forgotten } from './actions/keep-no-longer.ts'

/** Cases that came to their end and still have something that goes one day. */
export interface EndedQuestion {
  administrationId: string
  kind: string
  what: Forgotten
}

/** How many of them ended on a day, where the administration is. */
export interface EndedOn {
  day: PlainDate
  count: number
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

/** Oldest first, as far as those that ended before an instant. */
export async function countEndedCases(
  db: Db,
  question: EndedQuestion,
  { before, timeZone }: { before: Date; timeZone: string },
): Promise<EndedOn[]> {
  const { rows } = await sql<EndedOn>`
    select to_char(${ENDED_AT} at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*)::int as count
    from cases where ${kept(question)} and ${ENDED_AT} < ${before}
    group by 1 order by 1`.execute(db)
  return rows
}

export interface EndedCursor {
  endedAt: Date
  caseId: string
}

/** A stretch of those that ended before an instant, after one of them. */
export async function listCasesToForget(
  db: Db,
  question: EndedQuestion,
  { before, after, limit }: { before: Date; after: EndedCursor | null; limit: number },
): Promise<(EndedCursor & { caseNumber: string })[]> {
  const behind = after
    ? sql`and (${ENDED_AT}, case_id) > (${after.endedAt}, ${after.caseId}::uuid)`
    : sql``
  const { rows } = await sql<EndedCursor & { caseNumber: string }>`
    select case_id as "caseId", case_number as "caseNumber", ${ENDED_AT} as "endedAt"
    from cases where ${kept(question)} and ${ENDED_AT} < ${before} ${behind}
    order by ${ENDED_AT}, case_id limit ${limit}`.execute(db)
  return rows
}
