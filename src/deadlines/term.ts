import { addDays, localDate, localTime, type PlainDate } from '../platform/dates.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export type TermUnit = 'business' | 'calendar' | 'months'

/** How long a step may take, as the rule says it; the dated rules live in the regime's data. */
export interface Term {
  step: string
  days: number
  unit: TermUnit
  /** Day 1: the next working day, the next day, or the day of the event itself. */
  starts: 'next_business_day' | 'next_day' | 'same_day'
  /** A filing on a day that is not worked counts that day, or as if made on the next working one. */
  filedOnNonWorkingDay: 'counts_that_day' | 'counts_next_working_day'
  /** HH:MM; only with `counts_next_working_day`: from then on it counts the next working day too. */
  receivesUntil?: string | undefined
  /** False: a term in calendar days or months may end on a day that is not worked. */
  rollForward?: boolean | undefined
  /** One month from the 31st where there is no such day: LPAG 145.3 and LFPA 29 say the 1st that follows. */
  shortMonth?: 'first_of_next_month' | 'last_of_month' | undefined
  suspendedBy: readonly string[]
  /** Missing: its source is a norm. */
  basis?: 'norm' | 'administration' | undefined
  /** Missing: it cannot be extended. */
  extension?: { days: number; unit: TermUnit; times: number; source: string } | undefined
  source: string
}

/** The day that a filing or a reply counts as made. */
export function countsAsMadeOn(
  instant: Date,
  timeZone: string,
  term: Pick<Term, 'filedOnNonWorkingDay' | 'receivesUntil'>,
  calendar: WorkingCalendar,
): PlainDate {
  const day = localDate(instant, timeZone)
  if (term.filedOnNonWorkingDay === 'counts_that_day') return day
  if (!calendar.isWorking(day)) return calendar.nextWorkingDay(day)
  const late =
    term.receivesUntil !== undefined && localTime(instant, timeZone) >= term.receivesUntil
  return late ? calendar.nextWorkingDay(day) : day
}

/** The day before day 1: everything is counted after it. */
export function countsAfter(term: Term, madeOn: PlainDate, calendar: WorkingCalendar): PlainDate {
  if (term.starts === 'same_day') return addDays(madeOn, -1)
  if (term.starts === 'next_day') return madeOn
  return addDays(calendar.nextWorkingDay(madeOn), -1)
}

/** From date to date: the same day of the month, n months later. */
export function addMonths(
  date: PlainDate,
  months: number,
  shortMonth: Term['shortMonth'],
): PlainDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const firstOfMonth = (shift: number) =>
    new Date(Date.UTC(year, month - 1 + shift, 1)).toISOString().slice(0, 10)
  const sameDay = addDays(firstOfMonth(months), day - 1)
  const firstOfNext = firstOfMonth(months + 1)
  if (sameDay < firstOfNext) return sameDay
  return shortMonth === 'last_of_month' ? addDays(firstOfNext, -1) : firstOfNext
}
