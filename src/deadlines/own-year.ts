import type { PlainDate } from '../platform/dates.ts'
import { Invalid, NotFound } from '../platform/errors.ts'
import type { CalendarDay } from './working-calendar.ts'

/** What one calendar itself says of one year. */
export interface OwnYear {
  calendar: string
  year: number
  /** Somebody looked at all the days of that year and said that they are these. */
  confirmed: boolean
  days: readonly CalendarDay[]
}

type Days = Pick<OwnYear, 'days'>

export function withDay(year: OwnYear, day: CalendarDay): OwnYear {
  const { date } = day
  if (year.days.some((own) => own.date === date)) {
    throw new Invalid([{ field: '/date', code: 'duplicate_day', values: { date } }])
  }
  const days = [...year.days, day].toSorted((one, other) => one.date.localeCompare(other.date))
  return { ...year, days }
}

export function withoutDay(year: OwnYear, date: PlainDate): OwnYear {
  const days = year.days.filter((own) => own.date !== date)
  if (days.length === year.days.length) throw new NotFound()
  return { ...year, days }
}

/** The dates on which two states of a year differ. */
export function changedDates(before: Days, after: Days): PlainDate[] {
  const dates = new Set([...before.days, ...after.days].map(({ date }) => date))
  const kindOn = (year: Days, date: PlainDate) => year.days.find((day) => day.date === date)?.kind
  return [...dates].filter((date) => kindOn(before, date) !== kindOn(after, date)).toSorted()
}
