import { AGE_LIMITS, type AgeLimit } from './case-facts.ts'

/** Counted by the day of the month, so that a month that is running can be cut at any day. */
const DAY_MEASURES = [
  'received',
  'received_answered',
  'received_misfiled',
  'received_withdrawn',
  'acknowledgeable',
  'acknowledged_at_once',
  'triaged',
  'correction_asked',
  'archived_uncorrected',
  'triage_due',
  'triage_in_time',
  'due',
  'due_in_time',
  'answered',
  'answered_with_date',
  'answered_in_time',
  'decided',
  'upheld',
  'notified',
  'notified_repeated',
  'notified_rated',
  'ended',
  'past_due',
  'past_due_ended',
  'older_than_10',
  'older_than_10_ended',
  'older_than_20',
  'older_than_20_ended',
  'older_than_30',
  'older_than_30_ended',
  'resolved_yes',
  'resolved_partly',
  'resolved_no',
] as const
export type DayMeasure = (typeof DAY_MEASURES)[number]

/** Counted by how long it took or by the score that was given, in the month in which it was done. */
export const VALUE_MEASURES = [
  'first_response_working',
  'first_response_calendar',
  'answer_working',
  'answer_calendar',
  'cohort_working',
  'notice_working',
  'notice_calendar',
  'satisfaction',
] as const
export type ValueMeasure = (typeof VALUE_MEASURES)[number]

/** How long cases stayed in a state that they left in the month. */
export type StayMeasure = `stay_working:${string}` | `stay_calendar:${string}`

export type Measure = DayMeasure | ValueMeasure | StayMeasure

const BY_DAY = new Set<Measure>(DAY_MEASURES)

export function isByDay(measure: Measure): boolean {
  return BY_DAY.has(measure)
}

/** Grows when contributions or measures change: cells counted with others are counted anew. */
export const FORMULAS = 1

/** The last bucket of a time: so many days or more. */
export const LONGEST = 1000

export const olderThan = (limit: AgeLimit) => `older_than_${limit}` as const
export const olderThanEnded = (limit: AgeLimit) => `older_than_${limit}_ended` as const
export { AGE_LIMITS }
