/** A day without time or zone, written YYYY-MM-DD. Compares correctly as text. */
export type PlainDate = string

/** A day that exists, of the years that people and PostgreSQL both write with four digits. */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false
  const instant = new Date(`${text}T00:00:00Z`)
  // 31 February is read as a day of March
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** The day that an instant falls on in a time zone. */
export function localDate(instant: Date, timeZone: string): PlainDate {
  return shownIn(instant, timeZone).slice(0, 10)
}

export function addDays(date: PlainDate, days: number): PlainDate {
  const day = Number(date.slice(8)) + days
  // Most steps stay inside the month, and calendars take millions of them
  if (day >= 1 && day <= 28) return date.slice(0, 8) + (day < 10 ? `0${day}` : day)
  const instant = new Date(`${date}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + days)
  return instant.toISOString().slice(0, 10)
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: PlainDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The instant at which the clocks of a time zone show this day and hour (HH:MM). */
export function instantAt(date: PlainDate, time: string, timeZone: string): Date {
  const shown = Date.parse(`${date}T${time}:00Z`)
  const guess = shown - aheadOfUtc(new Date(shown), timeZone)
  // once more, since the zone may have changed its hour in between
  return new Date(shown - aheadOfUtc(new Date(guess), timeZone))
}

/** HH:MM on the clocks of a time zone. */
export function localTime(instant: Date, timeZone: string): string {
  return shownIn(instant, timeZone).slice(11, 16)
}

/** What the clocks there show, as if they showed UTC. */
function shownIn(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + aheadOfUtc(instant, timeZone)).toISOString()
}

const QUARTER = 900_000
const MOST_QUARTERS = 50_000

interface Zone {
  formatter: Intl.DateTimeFormat
  /** By the quarter of an hour, in which clocks are changed at its beginning or not at all. */
  ahead: Map<number, number>
}
const zones = new Map<string, Zone>()

/** By how much the clocks there are ahead of UTC, in milliseconds. */
export function aheadOfUtc(instant: Date, timeZone: string): number {
  const { formatter, ahead } = zoneOf(timeZone)
  const quarter = Math.floor(instant.getTime() / QUARTER)
  const known = ahead.get(quarter)
  if (known !== undefined) return known
  if (ahead.size >= MOST_QUARTERS) ahead.clear()
  const shown = formatter.format(quarter * QUARTER).replace(' ', 'T')
  const shift = Date.parse(`${shown}Z`) - quarter * QUARTER
  ahead.set(quarter, shift)
  return shift
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone)
  if (known) return known
  // sv-SE writes dates as YYYY-MM-DD
  const style = { dateStyle: 'short', timeStyle: 'medium' } as const
  const formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, ...style })
  const zone = { formatter, ahead: new Map<number, number>() }
  zones.set(timeZone, zone)
  return zone
}
