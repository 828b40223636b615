/**
 * Deadlines: calendars of working days, legal terms and the clocks of the cases. A clock keeps the
 * intervals in which it stood still, so its date can be worked out again and explained at any time.
 */
export { readCalendarFile, type CalendarFile } from './calendar-file.ts'
export { clockForReceiver, isPaused, type Clock, type Extension, type Suspension } from './clock.ts'
export {
  dayReached,
  elapsedCalendarDays,
  elapsedWorkingDays,
  isOverdue,
  workingDaysLeft,
} from './clock-progress.ts'
export { dueOn, reckonDueDate, type DueDate } from './due-date.ts'
export { explainDueDate, type DueDateExplanation } from './explain-due-date.ts'
export { sayDaysLeft } from './say-days-left.ts'
export { addMonths, countsAsMadeOn, type Term, type TermUnit } from './term.ts'
export {
  WorkingCalendar,
  type CalendarDay,
  type CalendarLayer,
  type DayKind,
} from './working-calendar.ts'
export { alertsToSend, levelsReached, type Alert, type AlertLevel } from './alert-levels.ts'
export {
  listCommonCalendars,
  listOwnCalendars,
  listLayers as listCalendarLayers,
  type NamedLayer,
} from './calendar-store.ts'
export { countMovedDates, type MovedDates } from './count-moved-dates.ts'
export { listMovedSince, listRecounts, type RecountedDates } from './moved-dates-store.ts'
export { proposeDays, type ProposedYear } from './propose-days.ts'
export { changedDates, withDay, withoutDay, type OwnYear } from './own-year.ts'
export { findOwnYear, listStandingOn } from './own-year-store.ts'
export { getCalendar } from './get-calendar.ts'
export {
  insertClocks,
  listClocks,
  listClocksOf,
  type CaseId,
  type ClockRow,
  type StoredClock,
} from './clock-store.ts'
export { listMoves, type ClockMove } from './clock-move-store.ts'
export { planClock, type NewClock, type PlannedClock } from './plan-clock.ts'
export { changeTerm } from './actions/change-term.ts'
export { getOwnYear, keepOwnYear, type OwnCalendar } from './actions/keep-own-year.ts'
export { extendClock } from './actions/extend-clock.ts'
export { loadCalendar } from './actions/load-calendar.ts'
export {
  recomputeOpenClocks,
  type MovedClock,
  type OnMoved,
} from './actions/recompute-open-clocks.ts'
export { resumeClocks } from './actions/resume-clocks.ts'
export { startClock } from './actions/start-clock.ts'
export { stopAllClocks, stopClock } from './actions/stop-clocks.ts'
export { suspendClocks } from './actions/suspend-clocks.ts'
export { tellDueDate } from './actions/tell-due-date.ts'
export {
  watchDeadlines,
  type DeadlineAlert,
  type DeadlineWatch,
} from './actions/watch-deadlines.ts'
export { registerDeadlineJobs, watchDeadlinesJob } from './jobs.ts'
export type { ClockGroup, WatchedClock } from './clock-watch-store.ts'
