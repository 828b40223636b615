import { z } from 'zod'
import { addDays, isPlainDate, weekday, type PlainDate } from '../platform/dates.ts'
import { easterSunday } from './easter.ts'
import type { CalendarDay } from './working-calendar.ts'

const isoWeekday = z.number().int().min(1).max(7)
const month = z.number().int().min(1).max(12)

/** A date of every year, the nth weekday of a month (-1: the last), or so many days from Easter Sunday. */
const when = z.union([
  z.strictObject({ month, day: z.number().int().min(1).max(31) }),
  z.strictObject({ month, weekday: isoWeekday, nth: z.number().int().min(-1).max(5) }),
  z.strictObject({ easter: z.number().int().min(-100).max(100) }),
])

export const dayRule = z.strictObject({
  name: z.record(z.string(), z.string()),
  on: when,
  /** Celebrated on the first such weekday from that date on. */
  movesTo: isoWeekday.optional(),
  /** Only every so many years. */
  every: z.strictObject({ years: z.number().int().min(2), since: z.number().int() }).optional(),
  from: z.number().int().optional(),
  until: z.number().int().optional(),
  source: z.string().optional(),
})

export type DayRule = z.infer<typeof dayRule>

/** The days off of a year as the rules give them, in their order; a date that the year has not is none. */
export function daysByRule(rules: readonly DayRule[], year: number, source: string): CalendarDay[] {
  return rules
    .filter((rule) => holdsIn(rule, year))
    .flatMap((rule) => {
      const date = dateOf(rule, year)
      return date === null
        ? []
        : [{ date, name: rule.name, kind: 'holiday' as const, source: rule.source ?? source }]
    })
    .toSorted((one, other) => one.date.localeCompare(other.date))
}

function holdsIn({ every, from, until }: DayRule, year: number): boolean {
  if (from !== undefined && year < from) return false
  if (until !== undefined && year > until) return false
  return every === undefined || (year >= every.since && (year - every.since) % every.years === 0)
}

function dateOf({ on, movesTo }: DayRule, year: number): PlainDate | null {
  const date = dayOf(on, year)
  if (date === null || movesTo === undefined) return date
  return firstFrom(date, movesTo)
}

function dayOf(on: DayRule['on'], year: number): PlainDate | null {
  if ('easter' in on) return addDays(easterSunday(year), on.easter)
  if ('nth' in on) return nthWeekday(year, on)
  const date = written(year, on.month, on.day)
  return isPlainDate(date) ? date : null
}

function nthWeekday(
  year: number,
  on: { month: number; weekday: number; nth: number },
): PlainDate | null {
  const next = on.month === 12 ? written(year + 1, 1, 1) : written(year, on.month + 1, 1)
  if (on.nth < 0) return firstFrom(addDays(next, -7), on.weekday)
  const date = addDays(firstFrom(written(year, on.month, 1), on.weekday), (on.nth - 1) * 7)
  return date < next ? date : null
}

function firstFrom(date: PlainDate, wanted: number): PlainDate {
  return addDays(date, (wanted - weekday(date) + 7) % 7)
}

function written(year: number, month: number, day: number): PlainDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
