import type { PlainDate } from '../../platform/dates.ts'

/** First and last day of a year. */
export function daysOf(year: number): { from: PlainDate; until: PlainDate } {
  return { from: `${year}-01-01`, until: `${year}-12-31` }
}

/** Until when a register of the year speaks. */
export function lastDayOf(year: number, today: PlainDate): PlainDate {
  const { until } = daysOf(year)
  return today < until ? today : until
}

/** Noon of a day, for rules that ask for an instant. */
export function noonOf(day: PlainDate): Date {
  return new Date(`${day}T12:00:00Z`)
}
