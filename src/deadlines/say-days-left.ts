import type { PlainDate } from '../platform/dates.ts'
import { isOverdue, workingDaysLeft } from './clock-progress.ts'
import { isPaused, type Clock } from './clock.ts'
import type { Say } from './date-phrases.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** The few words of a list: "Vence en 3 días hábiles", "Vence hoy", "Vencido hace 2 días hábiles", "En pausa". */
export function sayDaysLeft(
  clock: Clock,
  calendar: WorkingCalendar,
  asOf: PlainDate,
  t: Say,
): string {
  const overdue = isOverdue(clock, calendar, asOf)
  if (isPaused(clock) && !overdue) return t('deadlines.left.paused')
  const left = workingDaysLeft(clock, calendar, asOf)
  if (overdue && left === 0) return t('deadlines.left.since_rest_day')
  if (overdue) return t('deadlines.left.overdue', { count: -left })
  return left === 0 ? t('deadlines.left.today') : t('deadlines.left.running', { count: left })
}
