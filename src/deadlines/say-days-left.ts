import type { PlainDate } from '../platform/dates.ts'
import type { T } from '../platform/i18n/index.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** The few words of a list: "Vence en 3 días hábiles", "Vence hoy", "Vencido hace 2 días hábiles", "En pausa". */
export function sayDaysLeft(
  deadline: { dueOn: PlainDate; paused: boolean },
  calendar: WorkingCalendar,
  asOf: PlainDate,
  t: T,
): string {
  if (deadline.paused) return t('deadlines.left.paused')
  const left = calendar.workingDaysBetween(asOf, deadline.dueOn)
  if (left > 0) return t('deadlines.left.running', { count: left })
  if (left < 0) return t('deadlines.left.overdue', { count: -left })
  return t(asOf > deadline.dueOn ? 'deadlines.left.since_rest_day' : 'deadlines.left.today')
}
