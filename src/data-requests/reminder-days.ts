import type { WorkingCalendar } from '../deadlines/index.ts'
import type { PlainDate } from '../platform/dates.ts'

/** Working days before the day; once it is past, every fifth one. */
const BEFORE: readonly number[] = [5, 2, 0]
const AFTER_EVERY = 5

export function isReminderDay(
  day: PlainDate,
  today: PlainDate,
  calendar: WorkingCalendar,
): boolean {
  if (!calendar.isWorking(today)) return false
  const left = calendar.workingDaysBetween(today, day)
  if (today <= day) return BEFORE.includes(left)
  return -left === 1 || -left % AFTER_EVERY === 0
}
