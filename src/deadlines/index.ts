/**
 * Deadlines: calendars of working days, legal terms and the clocks of the cases. A clock keeps the
 * intervals in which it stood still, so its date can be worked out again and explained at any time.
 */
export { readCalendarFile, type CalendarFile } from './calendar-file.ts'
export { clockForReceiver, isPaused, type Clock, type Extension, type Suspension } from './clock.ts'
export {
  elapsedCalendarDays,
  elapsedWorkingDays,
  isOverdue,
  workingDaysLeft,
} from './clock-progress.ts'
export { dueOn, reckonDueDate, type DueDate } from './due-date.ts'
export { explainDueDate, type DueDateExplanation } from './explain-due-date.ts'
export { sayDaysLeft } from './say-days-left.ts'
export { countsAsMadeOn, type Term, type TermUnit } from './term.ts'
export {
  WorkingCalendar,
  type CalendarDay,
  type CalendarLayer,
  type DayKind,
} from './working-calendar.ts'
