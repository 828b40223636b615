import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { FIRST_KEY, type ClockKey } from './clock-store.ts'
import './tables.ts'

/** What a reader of an alert needs to find the case. */
export interface WatchedClock extends ClockKey {
  caseId: string
  step: string
  dueOn: PlainDate
}

/** Clocks that share rule, calendar and place, and so the days on which their levels come. */
export interface ClockGroup {
  regimeCode: string
  regimeVersion: number
  step: string
  calendarCode: string
  timeZone: string
}

interface WatchedRow {
  administration_id: string
  clock_id: string
  case_id: string
  step: string
  due_on: PlainDate
}

const isPaused = sql`exists (
  select from clock_suspensions own
  where own.administration_id = clocks.administration_id and own.clock_id = clocks.clock_id
    and own.resumed_at is null and own.suspended_on < clocks.due_on
)`

/** Marks some of the clocks whose day has passed where they run; what another run holds is left to it. */
export async function markOverdue(tx: Tx, now: Date, limit: number): Promise<WatchedClock[]> {
  const { rows } = await sql<WatchedRow>`
    update clocks set overdue_at = ${now} where (administration_id, clock_id) in (
      select administration_id, clock_id from clocks
      where stopped_at is null and overdue_at is null
        and due_on < (${now}::timestamptz at time zone 'UTC')::date + 2 -- for the index: no zone is later
        and due_on < (${now}::timestamptz at time zone time_zone)::date and not ${isPaused}
      order by due_on, administration_id, clock_id limit ${limit} for update skip locked
    ) returning administration_id, clock_id, case_id, step, due_on`.execute(tx)
  return rows.map(watchedFromRow)
}

export async function listRunningGroups(db: Db): Promise<ClockGroup[]> {
  const rows = await db
    .selectFrom('clocks')
    .select(['regime_code', 'regime_version', 'step', 'calendar_code', 'time_zone'])
    .where('stopped_at', 'is', null)
    .distinct()
    .execute()
  return rows.map((row) => ({
    regimeCode: row.regime_code,
    regimeVersion: row.regime_version,
    step: row.step,
    calendarCode: row.calendar_code,
    timeZone: row.time_zone,
  }))
}

export interface UnalertedClock extends WatchedClock {
  startedAt: Date
  raised: number[]
}

/** Clocks of a group for which a level has come and was not raised, some at a time, after a given one. */
export async function listUnalerted(
  db: Db,
  group: ClockGroup,
  levels: readonly { level: number; dueUntil: PlainDate }[],
  after: ClockKey | null,
  limit: number,
): Promise<UnalertedClock[]> {
  const { administrationId, clockId } = after ?? FIRST_KEY
  const latest = levels
    .map(({ dueUntil }) => dueUntil)
    .toSorted()
    .at(-1)
  const { rows } = await sql<WatchedRow & { started_at: Date; raised: number[] }>`
    select administration_id, clock_id, case_id, step, due_on, started_at, array(
      select level from clock_alerts own
      where own.administration_id = clocks.administration_id and own.clock_id = clocks.clock_id
    ) as raised
    from clocks
    where stopped_at is null and regime_code = ${group.regimeCode}
      and regime_version = ${group.regimeVersion} and step = ${group.step}
      and calendar_code = ${group.calendarCode} and time_zone = ${group.timeZone}
      and (administration_id, clock_id) > (${administrationId}, ${clockId})
      and due_on <= ${latest} and not ${isPaused}
      and exists (
        select from jsonb_to_recordset(${JSON.stringify(levels)}::jsonb)
          as reached (level integer, "dueUntil" date)
        where clocks.due_on <= reached."dueUntil" and not exists (
          select from clock_alerts own
          where own.administration_id = clocks.administration_id and own.clock_id = clocks.clock_id
            and own.level = reached.level
        )
      )
    order by administration_id, clock_id limit ${limit}`.execute(db)
  return rows.map((row) => ({
    ...watchedFromRow(row),
    startedAt: row.started_at,
    raised: row.raised,
  }))
}

/** Returns those that nobody had raised before: only they are to be told. */
export async function insertAlerts(
  tx: Tx,
  alerts: readonly (ClockKey & { level: number })[],
  now: Date,
): Promise<(ClockKey & { level: number })[]> {
  if (alerts.length === 0) return []
  const rows = await tx
    .insertInto('clock_alerts')
    .values(
      alerts.map(({ administrationId, clockId, level }) => ({
        administration_id: administrationId,
        clock_id: clockId,
        level,
        raised_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['administration_id', 'clock_id', 'level'])
    .execute()
  return rows.map((row) => ({
    administrationId: row.administration_id,
    clockId: row.clock_id,
    level: row.level,
  }))
}

function watchedFromRow(row: WatchedRow): WatchedClock {
  return {
    administrationId: row.administration_id,
    clockId: row.clock_id,
    caseId: row.case_id,
    step: row.step,
    dueOn: row.due_on,
  }
}
