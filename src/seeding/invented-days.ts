import {
  addDays,
  aheadOfUtc,
  daysBetween,
  localDate,
  weekday,
  type PlainDate,
} from '../platform/dates.ts'
import type { Chance } from './chance.ts'

/** The stretch of time in which a book is filled. */
export interface Span {
  from: Date
  until: Date
  timeZone: string
  /** 1: as many filings each day; 3: half of them in the last fifth of the time. */
  lately: number
  /** Weeks and years have their rhythm; otherwise every day is like the others. */
  seasons?: boolean
}

export interface InventedDay {
  day: PlainDate
  filings: Date[]
  /** The last instant of the day that is not in the future. */
  end: Date
}

const MINUTE = 60_000
const FIRST_FILING = 7 * 60
const LAST_FILING = 22 * 60
const DAY_ENDS = 23 * 60 + 59

/** Day by day, with the instants of its filings in order; never more than a day is held. */
export function* inventDays(chance: Chance, cases: number, span: Span): Generator<InventedDay> {
  const { from, until, timeZone, lately } = span
  const first = localDate(from, timeZone)
  const days = daysBetween(first, localDate(until, timeZone)) + 1
  const past = span.seasons ? partsBySeason(first, days) : partsByDay(days)
  const filedBefore = (day: number) => Math.round(cases * (past[day] ?? 1) ** lately)
  for (let n = 0; n < days; n++) {
    const day = addDays(first, n)
    const within = (minute: number) => clamp(instantAt(day, minute, timeZone), from, until)
    const [opens, closes] = [within(FIRST_FILING), within(LAST_FILING)]
    const hours = chance.of(n)
    const filings = Array.from({ length: filedBefore(n + 1) - filedBefore(n) }, () => hours.next())
    yield {
      day,
      filings: filings
        .sort((one, other) => one - other)
        .map((share) => new Date(opens.getTime() + share * (closes.getTime() - opens.getTime()))),
      end: within(DAY_ENDS),
    }
  }
}

/** Which part of what is filed was filed before each day. */
function partsByDay(days: number): number[] {
  return Array.from({ length: days + 1 }, (_, day) => day / days)
}

/** From Monday; on weekends people write, and no counter is open. */
const WEEK = [1.3, 1.15, 1.1, 1.05, 0.95, 0.3, 0.2]
/** From January; offices are asked most when a year begins and after the holidays. */
const YEAR = [1.2, 1.1, 1.05, 0.95, 1, 0.95, 0.8, 0.9, 1.15, 1.15, 1, 0.7]

function partsBySeason(first: PlainDate, days: number): number[] {
  const parts = [0]
  for (let n = 0; n < days; n++) {
    const day = addDays(first, n)
    const weight = (WEEK[weekday(day) - 1] ?? 1) * (YEAR[Number(day.slice(5, 7)) - 1] ?? 1)
    parts.push((parts[n] ?? 0) + weight)
  }
  const all = parts.at(-1) ?? 1
  return parts.map((part) => part / all)
}

function clamp(instant: Date, from: Date, until: Date): Date {
  return new Date(Math.min(Math.max(instant.getTime(), from.getTime()), until.getTime()))
}

/** So many minutes after midnight where the administration is. */
export function instantAt(day: PlainDate, minute: number, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE
  return new Date(asUtc - aheadOfUtc(new Date(asUtc), timeZone))
}

export function minuteOfDay(instant: Date, timeZone: string): number {
  const local = new Date(instant.getTime() + aheadOfUtc(instant, timeZone))
  return local.getUTCHours() * 60 + local.getUTCMinutes()
}
