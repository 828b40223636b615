import { inTransaction, type Db, type Tx } from '../../platform/database/connection.ts'
import { addDays, localDate, type PlainDate } from '../../platform/dates.ts'
import { alertsToSend, levelsReached, type Alert, type AlertLevel } from '../alert-levels.ts'
import {
  insertAlerts,
  listRunningGroups,
  listUnalerted,
  markOverdue,
  type ClockGroup,
  type UnalertedClock,
  type WatchedClock,
} from '../clock-watch-store.ts'
import type { ClockKey } from '../clock-store.ts'
import { getCalendar } from '../get-calendar.ts'
import type { WorkingCalendar } from '../working-calendar.ts'

export interface DeadlineAlert extends WatchedClock, Alert {}

/** What the watch needs from others: the levels of a regime, the case to mark, the readers to tell. */
export interface DeadlineWatch {
  levelsFor(group: ClockGroup, on: PlainDate): Promise<readonly AlertLevel[]>
  onOverdue(tx: Tx, clocks: readonly WatchedClock[]): Promise<void>
  onAlerts(tx: Tx, alerts: readonly DeadlineAlert[]): Promise<void>
}

const BATCH = 500

/**
 * Marks what became overdue, reminds before and escalates after. Each level leaves once for each clock,
 * however often and by however many processes this runs.
 */
export async function watchDeadlines(
  db: Db,
  now: Date,
  watch: DeadlineWatch,
): Promise<{ overdue: number; alerts: number }> {
  const overdue = await markAllOverdue(db, now, watch)
  let alerts = 0
  for (const group of await listRunningGroups(db)) alerts += await watchGroup(db, group, now, watch)
  return { overdue, alerts }
}

async function markAllOverdue(db: Db, now: Date, watch: DeadlineWatch): Promise<number> {
  let all = 0
  for (;;) {
    const marked = await inTransaction(db, async (tx) => {
      const clocks = await markOverdue(tx, now, BATCH)
      if (clocks.length > 0) await watch.onOverdue(tx, clocks)
      return clocks.length
    })
    if (marked === 0) return all
    all += marked
  }
}

interface GroupToday {
  group: ClockGroup
  levels: readonly AlertLevel[]
  calendar: WorkingCalendar
  today: PlainDate
}

async function watchGroup(db: Db, group: ClockGroup, now: Date, watch: DeadlineWatch) {
  const today = localDate(now, group.timeZone)
  const levels = await watch.levelsFor(group, today)
  if (levels.length === 0) return 0
  const calendar = await getCalendar(db, group.calendarCode)
  const reached = levels.map(({ level, workingDays }) => ({
    level,
    dueUntil: latestDueDate(calendar, today, workingDays),
  }))
  let sent = 0
  let after: ClockKey | null = null
  for (;;) {
    const clocks = await listUnalerted(db, group, reached, after, BATCH)
    const last = clocks.at(-1)
    if (!last) return sent
    sent += await raise(db, { group, levels, calendar, today }, clocks, now, watch)
    after = last
  }
}

/** The last due date whose level, so many working days from it, has come today. */
function latestDueDate(
  calendar: WorkingCalendar,
  today: PlainDate,
  workingDays: number,
): PlainDate {
  const lastWorked = calendar.addWorkingDays(addDays(today, 1), -1)
  return calendar.addWorkingDays(lastWorked, -workingDays)
}

async function raise(
  db: Db,
  { levels, calendar, today, group }: GroupToday,
  clocks: readonly UnalertedClock[],
  now: Date,
  watch: DeadlineWatch,
): Promise<number> {
  const due = clocks.flatMap((clock) => {
    const startedOn = localDate(clock.startedAt, group.timeZone)
    return levelsReached(levels, { startedOn, dueOn: clock.dueOn }, calendar, today)
      .filter(({ level }) => !clock.raised.includes(level))
      .map(({ level }) => ({ ...clock, level }))
  })
  return inTransaction(db, async (tx) => {
    const raised = await insertAlerts(tx, due, now)
    const alerts = clocks.flatMap((clock) => {
      const own = raised.filter(({ clockId }) => clockId === clock.clockId)
      const fresh = levels.filter(({ level }) => own.some((alert) => alert.level === level))
      return alertsToSend(fresh).map((alert) => ({ ...watchedOf(clock), ...alert }))
    })
    if (alerts.length > 0) await watch.onAlerts(tx, alerts)
    return alerts.length
  })
}

function watchedOf({
  administrationId,
  clockId,
  caseId,
  step,
  dueOn,
}: UnalertedClock): WatchedClock {
  return { administrationId, clockId, caseId, step, dueOn }
}
