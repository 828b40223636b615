import type { WorkingCalendar } from '../deadlines/index.ts'
import { addDays, type PlainDate } from '../platform/dates.ts'

/** Within so many working days a date counts as soon. */
const SOON = 3

/** The days that the desk's views speak of. */
export interface DeskDays {
  today: PlainDate
  /** The last day that counts as soon. */
  soon: PlainDate
}

export function deskDays(calendar: WorkingCalendar, today: PlainDate): DeskDays {
  return { today, soon: calendar.addWorkingDays(addDays(today, -1), SOON + 1) }
}
