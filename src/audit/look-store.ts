import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { DayCount, Stretch } from '../platform/database/stretch.ts'
import './audit-store.ts'

/** One look at personal data, as it was recorded. */
export interface LookLine {
  id: number
  at: Date
  accountId: string
  /** Without its prefix: case, attachment, export … */
  what: string
  caseId: string | null
  details: Readonly<Record<string, unknown>>
}

export interface LookQuestion {
  administrationId: string
  /** The first instant, and the one after the last. */
  from: Date
  until: Date
  caseIds?: readonly string[]
  accountId?: string
  what?: string
}

/** The newest first, before a line of the same order. */
export async function listLooks(
  db: Db,
  question: LookQuestion,
  { before, limit }: { before: number | null; limit: number },
): Promise<LookLine[]> {
  const { caseIds, accountId, what } = question
  const rows = await looks(db, question)
    .select(['audit_id', 'at', 'account_id', 'action', 'case_id', 'details'])
    .$if(caseIds !== undefined, (query) =>
      query.where(sql<boolean>`case_id = any(${caseIds ?? []})`),
    )
    .$if(accountId !== undefined, (query) => query.where('account_id', '=', accountId ?? ''))
    .$if(what !== undefined, (query) => query.where('action', '=', `${PREFIX}${what}`))
    .$if(before !== null, (query) => query.where('audit_id', '<', before ?? 0))
    .orderBy('audit_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: Number(row.audit_id),
    at: row.at,
    accountId: row.account_id ?? '',
    what: row.action.slice(PREFIX.length),
    caseId: row.case_id,
    details: row.details as unknown as Record<string, unknown>,
  }))
}

export interface LooksOfDay {
  accountId: string
  day: string
  looks: number
  /** Looks at cases in the busiest hour. */
  mostInAnHour: number
  /** Within the hours that count as night. */
  atNight: number
  /** By nobody's task: the page noted that whoever looked only may read the case. */
  notInHand: number
}

/** Of each person on each day of the place: sums only, worked out in the database. */
export async function sumLooks(
  db: Db,
  { administrationId, from, until, accountId }: LookQuestion,
  { timeZone, night }: { timeZone: string; night: { from: number; until: number } },
): Promise<LooksOfDay[]> {
  const { rows } = await sql<LooksOfDay>`
    with look as (
      select account_id, at at time zone ${timeZone} as there, details
      from audit_log
      where administration_id = ${administrationId} and at >= ${from} and at < ${until}
        and action like 'looked\\_at\\_%' and action in (${sql.join(SEEN.map((what) => sql`${PREFIX + what}`))})
        and account_id is not null
        and (${accountId ?? null}::uuid is null or account_id = ${accountId ?? null})
    ), hours as (
      select account_id, there::date as day, date_trunc('hour', there) as hour, count(*) as looks,
        count(*) filter (where extract(hour from there) >= ${night.from}
          or extract(hour from there) < ${night.until}) as at_night,
        count(*) filter (where details ->> 'why' = 'reader') as not_in_hand
      from look group by 1, 2, 3
    )
    select account_id as "accountId", to_char(day, 'YYYY-MM-DD') as day, sum(looks)::int as looks,
      max(looks)::int as "mostInAnHour", sum(at_night)::int as "atNight",
      sum(not_in_hand)::int as "notInHand"
    from hours group by 1, 2 order by day desc, sum(looks) desc`.execute(db)
  return rows
}

/** What shows somebody who they are: lists of a desk do not. */
const SEEN = [
  'case',
  'attachment',
  'mail',
  'receipt',
  'similar_case',
  'legacy_case',
  'data_request',
]
const PREFIX = 'looked_at_'

/** By the day on which they were written. */
export async function countLooks(
  db: Db,
  administrationId: string,
  { before, beganAt, timeZone }: Stretch,
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select to_char(at at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*)::int as count
    from audit_log
    where administration_id = ${administrationId} and at < ${beganAt}
      and action like 'looked\\_at\\_%' and account_id is not null
    group by 1`.execute(db)
  return rows.filter(({ day }) => day < before)
}

/** What is older than the rule says; the log gives up nothing else, and this only in this transaction. */
export async function eraseLooks(
  tx: Tx,
  administrationId: string,
  { beganAt, limit }: Stretch & { limit: number },
): Promise<number> {
  await sql`select set_config('audit.looks_until', ${beganAt.toISOString()}, true)`.execute(tx)
  const { numAffectedRows } = await sql`
    delete from audit_log where audit_id in (
      select audit_id from audit_log
      where administration_id = ${administrationId} and at < ${beganAt}
        and action like 'looked\\_at\\_%' and account_id is not null
      order by at limit ${limit}
    )`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

function looks(db: Db, { administrationId, from, until }: LookQuestion) {
  return db
    .selectFrom('audit_log')
    .where('administration_id', '=', administrationId)
    .where('at', '>=', from)
    .where('at', '<', until)
    .where('account_id', 'is not', null)
    .where('action', 'like', `looked\\_at\\_%`)
}
