import { addDays, daysBetween, localDate, type PlainDate } from '../platform/dates.ts'
import type { Chance } from './chance.ts'

/** The stretch of time in which a book is filled. */
export interface Span {
  from: Date
  until: Date
  timeZone: string
  /** 1: as many filings each day; 3: half of them in the last fifth of the time. */
  lately: number
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
  const filedBefore = (day: number) => Math.round(cases * (day / days) ** lately)
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

function clamp(instant: Date, from: Date, until: Date): Date {
  return new Date(Math.min(Math.max(instant.getTime(), from.getTime()), until.getTime()))
}

/** So many minutes after midnight where the administration is. */
export function instantAt(day: PlainDate, minute: number, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE
  return new Date(asUtc - offsetAt(new Date(asUtc), timeZone))
}

export function minuteOfDay(instant: Date, timeZone: string): number {
  const local = new Date(instant.getTime() + offsetAt(instant, timeZone))
  return local.getUTCHours() * 60 + local.getUTCMinutes()
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function offsetAt(instant: Date, timeZone: string): number {
  const formatter =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  formatters.set(timeZone, formatter)
  const local = Date.parse(`${formatter.format(instant).replace(' ', 'T')}Z`)
  return local - Math.floor(instant.getTime() / 1000) * 1000
}
