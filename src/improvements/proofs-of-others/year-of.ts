import type { PlainDate } from '../../platform/dates.ts'

/** First and last day of a year. */
export function daysOf(year: number): { from: PlainDate; until: PlainDate } {
  return { from: `${year}-01-01`, until: `${year}-12-31` }
}

/** Noon of a day, for rules that ask for an instant. */
export function noonOf(day: PlainDate): Date {
  return new Date(`${day}T12:00:00Z`)
}
