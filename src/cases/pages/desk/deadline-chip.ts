import { sayDaysLeft, type WorkingCalendar } from '../../../deadlines/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { T } from '../../../platform/i18n/index.ts'
import type { Case } from '../../case.ts'

/** Answered cases are judged by the day of the answer and need no chip. */
export function deadlineOf(item: Case, calendar: WorkingCalendar, today: PlainDate, t: T) {
  if (item.dueOn === null || !item.isOpen || item.answeredAt !== null) return null
  if (item.clockSuspended) return { state: 'paused' as const }
  const text = sayDaysLeft({ dueOn: item.dueOn, paused: false }, calendar, today, t)
  if (item.dueOn < today) return { state: 'overdue' as const, text }
  if (item.dueOn === today) return { state: 'today' as const, text }
  return {
    state:
      calendar.workingDaysBetween(today, item.dueOn) <= 3 ? ('soon' as const) : ('due' as const),
    text,
  }
}
