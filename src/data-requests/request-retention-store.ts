import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { DayCount, Stretch } from '../platform/database/stretch.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { DataRight } from '../regimes/index.ts'
import type { RequestState } from './request-states.ts'

/** Settled ones that still say whose they are; they ended with their last step. */
const kept = (administrationId: string) => sql`
  select request.request_id, request.right_asked, request.state, max(step.at) as ended_at
  from data_requests request
  join data_request_steps step using (administration_id, request_id)
  where request.administration_id = ${administrationId} and request.erased_on is null
    and request.state in ('denied', 'effective', 'withdrawn')
  group by 1, 2, 3`

export async function countSettledRequests(
  db: Db,
  administrationId: string,
  { beganAt, timeZone }: Stretch,
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select to_char(ended_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*)::int as count
    from (${kept(administrationId)}) as kept where ended_at < ${beganAt}
    group by 1 order by 1`.execute(db)
  return rows
}

/** The words of a batch go. Returns of how many requests. */
export async function eraseSettledRequests(
  db: Db,
  administrationId: string,
  { beganAt, limit, today }: Stretch & { limit: number; today: PlainDate },
): Promise<number> {
  const { rows } = await sql<{ request_id: string }>`
    select request_id from (${kept(administrationId)}) as kept
    where ended_at < ${beganAt} order by ended_at limit ${limit}`.execute(db)
  const requestIds = rows.map(({ request_id }) => request_id)
  return eraseWordsOf(db, administrationId, requestIds, today)
}

export interface KeptRequest {
  requestId: string
  right: DataRight
  state: RequestState
  caseIds: string[]
}

export async function listKeptRequests(
  db: Db,
  administrationId: string,
  endedBefore: Date,
): Promise<KeptRequest[]> {
  const { rows } = await sql<KeptRequest>`
    select request_id as "requestId", right_asked as "right", state,
      array(select case_id from data_request_cases linked
        where linked.administration_id = ${administrationId}
          and linked.request_id = kept.request_id) as "caseIds"
    from (${kept(administrationId)}) as kept where ended_at < ${endedBefore}`.execute(db)
  return rows
}

/** One statement: a request never stands half erased. */
export async function eraseWordsOf(
  db: Db,
  administrationId: string,
  requestIds: readonly string[],
  today: PlainDate,
): Promise<number> {
  if (requestIds.length === 0) return 0
  const { rows } = await sql`
    with steps as (
      update data_request_steps set words = null
      where administration_id = ${administrationId} and words is not null
        and request_id = any(${[...requestIds]}::uuid[])
    )
    update data_requests
    set person_name = '', email = null, details = '', answer = '', erased_on = ${today},
      version = version + 1
    where administration_id = ${administrationId} and erased_on is null
      and request_id = any(${[...requestIds]}::uuid[])
    returning request_id`.execute(db)
  return rows.length
}
