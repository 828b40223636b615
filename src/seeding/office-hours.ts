import { localDate } from '../platform/dates.ts'
import { minuteOfDay } from './invented-days.ts'
import type { Office } from './life.ts'

const OPENS = 9 * 60
const CLOSES = 15 * 60

export function isInOfficeHours(at: Date, { calendar, timeZone }: Office): boolean {
  const minute = minuteOfDay(at, timeZone)
  const isOpen = OPENS <= minute && minute < CLOSES
  return isOpen && calendar.isWorking(localDate(at, timeZone))
}
