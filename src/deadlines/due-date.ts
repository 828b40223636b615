import { addDays, daysBetween, type PlainDate } from '../platform/dates.ts'
import { findSuspension, isSuspendedOn, type Clock } from './clock.ts'
import { addMonths, countsAfter, countsAsMadeOn, type TermUnit } from './term.ts'
import type { CalendarDay, WorkingCalendar } from './working-calendar.ts'

/** A due date with the whole way to it. */
export interface DueDate {
  /** The day that the event counts as made. */
  madeOn: PlainDate
  /** Day 1. */
  countedFrom: PlainDate
  dueOn: PlainDate
  /** Days off that a count in working days jumped over. */
  skipped: CalendarDay[]
  /** Days taken out of the count, in the term's own unit, by reason. */
  suspended: { reason: string; days: number }[]
  /** The last day fell here, where nobody works, and moved on. */
  rolledFrom: PlainDate | null
  /** The count alone gives an earlier date than the one that the person was told. */
  keptAsTold: boolean
  /** It runs into a year whose days off are not known: only an estimate. */
  beyondCalendar: boolean
}

/** While a clock is paused its date supposes that the pause ends on `asOf`; without it, that it took no day. */
export function dueOn(clock: Clock, calendar: WorkingCalendar, asOf?: PlainDate): PlainDate {
  return reckonDueDate(clock, calendar, asOf).dueOn
}

export function reckonDueDate(clock: Clock, calendar: WorkingCalendar, asOf?: PlainDate): DueDate {
  const { term } = clock
  const madeOn = countsAsMadeOn(clock.startedAt, clock.timeZone, term, calendar)
  const start = countsAfter(term, madeOn, calendar)
  const end = lastDayCounted(clock, calendar, madeOn, start, asOf)
  const reckoned = whereItMayEnd(end, clock, calendar, asOf)
  const told = clock.neverBefore && calendar.firstWorkingDayFrom(clock.neverBefore)
  const keptAsTold = told !== undefined && told > reckoned
  const due = keptAsTold ? told : reckoned
  const business = term.unit === 'business'
  const countedFrom = business ? calendar.nextWorkingDay(start) : addDays(start, 1)

  return {
    madeOn,
    countedFrom,
    dueOn: due,
    skipped: business ? calendar.listDaysOff(countedFrom, due) : [],
    suspended: suspendedDays(clock, calendar, { after: start, to: due }, asOf),
    rolledFrom: reckoned > end && !keptAsTold ? end : null,
    keptAsTold,
    beyondCalendar: !calendar.covers(madeOn) || !calendar.covers(due),
  }
}

/** Term and extensions follow each other, each in its own unit, over the days on which the clock runs. */
function lastDayCounted(
  clock: Clock,
  calendar: WorkingCalendar,
  madeOn: PlainDate,
  start: PlainDate,
  asOf?: PlainDate,
): PlainDate {
  const { term, extensions } = clock
  const runs = (day: PlainDate) => !isSuspendedOn(clock, day, asOf)
  const worksAndRuns = (day: PlainDate) => calendar.isWorking(day) && runs(day)
  const count = (after: PlainDate, days: number, unit: TermUnit, monthsFrom = after) => {
    if (unit === 'business') return nthDay(after, days, worksAndRuns)
    if (unit === 'calendar') return nthDay(after, days, runs)
    const sameDay = addMonths(monthsFrom, days, term.shortMonth)
    const lost = daysAfter(after, sameDay).filter((day) => !runs(day)).length
    return nthDay(sameDay, lost, runs)
  }
  const end = term.days === 0 ? madeOn : count(start, term.days, term.unit, madeOn)
  return extensions.reduce((last, { days, unit }) => count(last, days, unit), end)
}

/** A last day on which nobody works moves on, and so does one on which the clock stands still. */
function whereItMayEnd(end: PlainDate, clock: Clock, calendar: WorkingCalendar, asOf?: PlainDate) {
  if (clock.term.unit !== 'business' && clock.term.rollForward === false) return end
  let day = end
  while (!calendar.isWorking(day) || isSuspendedOn(clock, day, asOf)) day = addDays(day, 1)
  return day
}

function nthDay(after: PlainDate, n: number, counts: (day: PlainDate) => boolean): PlainDate {
  let day = after
  for (let left = n; left > 0;) {
    day = addDays(day, 1)
    if (counts(day)) left -= 1
  }
  return day
}

function suspendedDays(
  clock: Clock,
  calendar: WorkingCalendar,
  { after, to }: { after: PlainDate; to: PlainDate },
  asOf?: PlainDate,
) {
  const byReason = new Map<string, number>()
  if (clock.suspensions.length === 0) return []
  for (const day of daysAfter(after, to)) {
    const reason = findSuspension(clock, day, asOf)?.reason
    const counts = clock.term.unit !== 'business' || calendar.isWorking(day)
    if (reason !== undefined && counts) byReason.set(reason, (byReason.get(reason) ?? 0) + 1)
  }
  return [...byReason].map(([reason, days]) => ({ reason, days }))
}

function daysAfter(from: PlainDate, to: PlainDate): PlainDate[] {
  const length = Math.max(0, daysBetween(from, to))
  return Array.from({ length }, (_, index) => addDays(from, index + 1))
}
