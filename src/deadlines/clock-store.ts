import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import type { Clock, Extension, Suspension } from './clock.ts'
import type { ClocksTable } from './tables.ts'
import type { Term } from './term.ts'

/** A clock with where it stands and the date that it last had. */
export interface StoredClock extends Clock {
  administrationId: string
  clockId: string
  caseId: string
  regimeCode: string
  regimeVersion: number
  calendarCode: string
  calendarVersion: number
  dueOn: PlainDate
  stoppedAt: Date | null
  overdueAt: Date | null
}

export interface CaseId {
  administrationId: string
  caseId: string
}

export type ClockKey = Pick<StoredClock, 'administrationId' | 'clockId'>

const NIL = '00000000-0000-0000-0000-000000000000'
/** Smaller than every key: where paging begins. */
export const FIRST_KEY: ClockKey = { administrationId: NIL, clockId: NIL }

export type ClockRow = Omit<ClocksTable, 'term'> & { term: Term }

/** One insert for any number of clocks, to stand alone or inside another statement's `with`. */
export function insertClocks(rows: readonly ClockRow[]): RawBuilder<unknown> {
  return sql`insert into clocks
    select * from jsonb_populate_recordset(null::clocks, ${JSON.stringify(rows)}::jsonb)`
}

export async function listClocks(db: Db, of: CaseId): Promise<StoredClock[]> {
  const { rows } = await sql<FullRow>`${selectFull} where administration_id = ${of.administrationId}
    and case_id = ${of.caseId} order by started_at, step`.execute(db)
  return rows.map(clockFromRow)
}

/** The clocks of several cases, each one's in the order in which they started. */
export async function listClocksOf(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<StoredClock[]> {
  const { rows } = await sql<FullRow>`${selectFull} where administration_id = ${administrationId}
    and case_id = any(${caseIds}) order by case_id, started_at, step`.execute(db)
  return rows.map(clockFromRow)
}

/** Held until the transaction ends, in an order that no two transactions take differently. */
export async function lockRunningClocks(tx: Tx, of: CaseId): Promise<StoredClock[]> {
  const { rows } = await sql<FullRow>`${selectFull} where administration_id = ${of.administrationId}
    and case_id = ${of.caseId} and stopped_at is null order by clock_id for update of clocks`.execute(
    tx,
  )
  return rows.map(clockFromRow)
}

/** Running clocks last reckoned with an earlier version of their calendar, some at a time, after a given one. */
export async function lockClocksOfOlderCalendar(
  tx: Tx,
  calendar: { code: string; version: number },
  after: ClockKey | null,
  limit: number,
): Promise<StoredClock[]> {
  const { administrationId, clockId } = after ?? FIRST_KEY
  const { rows } = await sql<FullRow>`${selectFull} where stopped_at is null
    and calendar_code = ${calendar.code} and calendar_version < ${calendar.version}
    and (administration_id, clock_id) > (${administrationId}, ${clockId})
    order by administration_id, clock_id limit ${limit} for update of clocks`.execute(tx)
  return rows.map(clockFromRow)
}

/** Running clocks of a calendar whose course goes over a stretch of days, some at a time, after a given one. */
export async function listClocksOver(
  db: Db,
  calendarCode: string,
  days: { first: PlainDate; last: PlainDate },
  after: ClockKey,
  limit: number,
): Promise<StoredClock[]> {
  const { rows } = await sql<FullRow>`${selectFull} where stopped_at is null
    and calendar_code = ${calendarCode} and due_on >= ${days.first}
    and started_at < ${days.last}::date + 2
    and (administration_id, clock_id) > (${after.administrationId}, ${after.clockId})
    order by administration_id, clock_id limit ${limit}`.execute(db)
  return rows.map(clockFromRow)
}

export async function insertSuspension(tx: Tx, clock: StoredClock, reason: string, at: Date) {
  await tx
    .insertInto('clock_suspensions')
    .values({
      administration_id: clock.administrationId,
      clock_id: clock.clockId,
      suspended_at: at,
      suspended_on: localDate(at, clock.timeZone),
      resumed_at: null,
      resumed_on: null,
      reason,
    })
    .execute()
}

/** Ends the suspensions that still stand: of one reason, or all of them. */
export async function endSuspensions(
  tx: Tx,
  clock: StoredClock,
  end: { at: Date; on: PlainDate; reason?: string },
): Promise<void> {
  await tx
    .updateTable('clock_suspensions')
    .set({ resumed_at: end.at, resumed_on: end.on })
    .where('administration_id', '=', clock.administrationId)
    .where('clock_id', '=', clock.clockId)
    .where('resumed_at', 'is', null)
    .$if(end.reason !== undefined, (update) => update.where('reason', '=', end.reason!))
    .execute()
}

export async function insertExtension(tx: Tx, clock: StoredClock, extension: Extension) {
  await tx
    .insertInto('clock_extensions')
    .values({
      administration_id: clock.administrationId,
      clock_id: clock.clockId,
      extended_at: extension.at,
      days: extension.days,
      unit: extension.unit,
      source: extension.source,
    })
    .execute()
}

export interface ClockChanges {
  term?: Term
  calendarCode?: string
  dueOn?: PlainDate
  calendarVersion?: number
  toldDueOn?: PlainDate
  stoppedAt?: Date
  overdueAt?: Date | null
}

export async function updateClock(tx: Tx, clock: StoredClock, changes: ClockChanges) {
  await tx
    .updateTable('clocks')
    .set({
      ...(changes.term && { term: JSON.stringify(changes.term) }),
      ...(changes.calendarCode !== undefined && { calendar_code: changes.calendarCode }),
      ...(changes.dueOn !== undefined && { due_on: changes.dueOn }),
      ...(changes.calendarVersion !== undefined && { calendar_version: changes.calendarVersion }),
      ...(changes.toldDueOn !== undefined && { told_due_on: changes.toldDueOn }),
      ...(changes.stoppedAt !== undefined && { stopped_at: changes.stoppedAt }),
      ...(changes.overdueAt !== undefined && { overdue_at: changes.overdueAt }),
    })
    .where('administration_id', '=', clock.administrationId)
    .where('clock_id', '=', clock.clockId)
    .execute()
}

type FullRow = ClockRow & {
  suspensions: Suspension[]
  extensions: (Omit<Extension, 'at'> & { at: string })[]
}

const selectFull = sql`select clocks.*,
  coalesce((
    select json_agg(json_strip_nulls(json_build_object('from', suspended_on, 'until', resumed_on,
      'reason', reason)) order by suspended_at)
    from clock_suspensions own
    where own.administration_id = clocks.administration_id and own.clock_id = clocks.clock_id
  ), '[]'::json) as suspensions,
  coalesce((
    select json_agg(json_build_object('days', days, 'unit', unit, 'at', extended_at, 'source', source)
      order by extended_at)
    from clock_extensions own
    where own.administration_id = clocks.administration_id and own.clock_id = clocks.clock_id
  ), '[]'::json) as extensions
  from clocks`

function clockFromRow(row: FullRow): StoredClock {
  return {
    administrationId: row.administration_id,
    clockId: row.clock_id,
    caseId: row.case_id,
    regimeCode: row.regime_code,
    regimeVersion: row.regime_version,
    calendarCode: row.calendar_code,
    calendarVersion: row.calendar_version,
    step: row.step,
    term: row.term,
    startedAt: row.started_at,
    timeZone: row.time_zone,
    suspensions: row.suspensions,
    extensions: row.extensions.map((extension) => ({ ...extension, at: new Date(extension.at) })),
    stoppedOn: row.stopped_at ? localDate(row.stopped_at, row.time_zone) : undefined,
    neverBefore: row.told_due_on ?? undefined,
    dueOn: row.due_on,
    stoppedAt: row.stopped_at,
    overdueAt: row.overdue_at,
  }
}
