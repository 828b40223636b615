import { instantAt, type PlainDate } from '../../platform/dates.ts'
import type { ReadDate } from './date-format.ts'

const HOUR = 3_600_000

/** The clocks of one time zone, remembered hour by hour: asking Intl for each row would cost more than all else. */
export interface ZoneClock {
  instantOf(read: ReadDate): Date
  dayOf(instant: Date): PlainDate
}

export function zoneClock(timeZone: string): ZoneClock {
  const aheadAtShown = new Map<number, number>()
  const aheadAt = new Map<number, number>()
  const days = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return {
    instantOf(read) {
      const { year, month, day, hour, minute, second } = read
      const shown = Date.UTC(year, month - 1, day, hour, minute, second)
      if (read.aheadMinutes !== null) return new Date(shown - read.aheadMinutes * 60_000)
      const whole = Math.floor(shown / HOUR) * HOUR
      const ahead = remember(aheadAtShown, whole, () => {
        const [date = '', time = ''] = new Date(whole).toISOString().split('T')
        return whole - instantAt(date, time.slice(0, 5), timeZone).getTime()
      })
      return new Date(shown - ahead)
    },
    dayOf(instant) {
      const quarter = HOUR / 4
      const whole = Math.floor(instant.getTime() / quarter) * quarter
      const ahead = remember(aheadAt, whole, () => {
        const shown = days.format(whole).replace(' ', 'T')
        return Date.parse(`${shown}:00Z`) - whole
      })
      return new Date(instant.getTime() + ahead).toISOString().slice(0, 10)
    },
  }
}

function remember(known: Map<number, number>, key: number, find: () => number): number {
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const found = find()
  known.set(key, found)
  return found
}
