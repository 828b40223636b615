/** A day without time or zone, written YYYY-MM-DD. Compares correctly as text. */
export type PlainDate = string

/** A day that exists, of the years that people and PostgreSQL both write with four digits. */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false
  const instant = new Date(`${text}T00:00:00Z`)
  // 31 February is read as a day of March
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The day that an instant falls on in a time zone. */
export function localDate(instant: Date, timeZone: string): PlainDate {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    // sv-SE writes dates as YYYY-MM-DD
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    formatters.set(timeZone, formatter)
  }
  return formatter.format(instant)
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
  const guess = shown - shiftOf(new Date(shown), timeZone)
  // once more, since the zone may have changed its hour in between
  return new Date(shown - shiftOf(new Date(guess), timeZone))
}

/** HH:MM on the clocks of a time zone. */
export function localTime(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(instant)
}

/** By how much the clocks there are ahead of UTC, in milliseconds. */
function shiftOf(instant: Date, timeZone: string): number {
  const minute = instant.getTime() - (instant.getTime() % 60_000)
  const shown = `${localDate(instant, timeZone)}T${localTime(instant, timeZone)}:00Z`
  return Date.parse(shown) - minute
}
