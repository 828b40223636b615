import { addDays, daysBetween, localDate, type PlainDate } from '../platform/dates.ts'
import { isPaused, isSuspendedOn, type Clock } from './clock.ts'
import { dueOn } from './due-date.ts'
import { countsAfter, countsAsMadeOn } from './term.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** Past its date on that day, or stopped when it already was. Late is still due. */
export function isOverdue(clock: Clock, calendar: WorkingCalendar, asOf: PlainDate): boolean {
  const day = lastDay(clock, asOf)
  return day > dueOn(clock, calendar, day)
}

/** Working days until the due date, 0 on the day itself, negative afterwards; unmoved by a pause. */
export function workingDaysLeft(clock: Clock, calendar: WorkingCalendar, asOf: PlainDate): number {
  const day = lastDay(clock, asOf)
  const due = dueOn(clock, calendar, day)
  return due >= day
    ? runningWorkingDays(clock, calendar, day, due, day)
    : 0 - runningWorkingDays(clock, calendar, due, day, day)
}

/** Working days of the term used so far, without the suspended ones. */
export function elapsedWorkingDays(clock: Clock, calendar: WorkingCalendar, asOf: PlainDate) {
  const day = lastDay(clock, asOf)
  return runningWorkingDays(clock, calendar, beforeDayOne(clock, calendar), day, day)
}

/**
 * The day on which so many working days of the term are used, as far as is known today; null: the clock
 * stands still before, and nobody knows until when.
 */
export function dayReached(clock: Clock, calendar: WorkingCalendar, days: number) {
  const standsFrom = isPaused(clock)
    ? clock.suspensions.find(({ until }) => until === undefined)?.from
    : undefined
  let day = beforeDayOne(clock, calendar)
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (standsFrom !== undefined && day > standsFrom) return null
    if (calendar.isWorking(day) && !isSuspendedOn(clock, day)) left -= 1
  }
  return day
}

function beforeDayOne(clock: Clock, calendar: WorkingCalendar): PlainDate {
  const madeOn = countsAsMadeOn(clock.startedAt, clock.timeZone, clock.term, calendar)
  return countsAfter(clock.term, madeOn, calendar)
}

/** Days of any kind since the event itself, without the suspended ones. */
export function elapsedCalendarDays(clock: Clock, asOf: PlainDate): number {
  const from = localDate(clock.startedAt, clock.timeZone)
  const day = lastDay(clock, asOf)
  return countDays(from, day, (date) => !isSuspendedOn(clock, date, day))
}

function runningWorkingDays(
  clock: Clock,
  calendar: WorkingCalendar,
  after: PlainDate,
  to: PlainDate,
  asOf: PlainDate,
): number {
  return countDays(after, to, (day) => calendar.isWorking(day) && !isSuspendedOn(clock, day, asOf))
}

function countDays(after: PlainDate, to: PlainDate, counts: (day: PlainDate) => boolean): number {
  let count = 0
  for (let i = 1, n = daysBetween(after, to); i <= n; i += 1)
    if (counts(addDays(after, i))) count += 1
  return count
}

function lastDay(clock: Clock, asOf: PlainDate): PlainDate {
  return clock.stoppedOn !== undefined && clock.stoppedOn < asOf ? clock.stoppedOn : asOf
}
