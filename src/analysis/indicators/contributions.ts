import { addDays, type PlainDate } from '../../platform/dates.ts'
import { AGE_LIMITS, type CaseFacts, type Span } from './case-facts.ts'
import { LONGEST, olderThan, olderThanEnded, type DayMeasure, type Measure } from './measures.ts'

/** One more in this bucket of this measure's month. */
export interface Contribution {
  measure: Measure
  /** The first day of the month. */
  month: PlainDate
  /** A day of the month, or a number of days, or a score. */
  bucket: number
}

/** All that a case with these facts counts for, wherever it counts. One that joined another counts there. */
export function contributionsOf(facts: CaseFacts): Contribution[] {
  if (facts.ending === 'consolidated') return []
  return [
    ...receptionOf(facts),
    ...triageOf(facts),
    ...answerOf(facts),
    ...afterwardsOf(facts),
    ...backlogOf(facts),
    ...facts.stays.flatMap((stay) => [
      ...lasted(`stay_working:${stay.state}`, stay.on, stay.workingDays),
      ...lasted(`stay_calendar:${stay.state}`, stay.on, stay.calendarDays),
    ]),
  ]
}

function receptionOf(facts: CaseFacts): Contribution[] {
  const { registeredOn, acknowledgedAtOnce, answer, answeredUndated, ending } = facts
  return [
    ...onDay('received', registeredOn),
    ...onDay('received_answered', registeredOn, answer !== null || answeredUndated),
    ...onDay(
      'received_misfiled',
      registeredOn,
      ending === 'transferred' || ending === 'redirected',
    ),
    ...onDay('received_withdrawn', registeredOn, ending === 'withdrawn'),
    ...onDay('acknowledgeable', registeredOn, acknowledgedAtOnce !== null),
    ...onDay('acknowledged_at_once', registeredOn, acknowledgedAtOnce === true),
    ...(answer ? lasted('cohort_working', registeredOn, answer.workingDays) : []),
  ]
}

function triageOf(facts: CaseFacts): Contribution[] {
  const { firstResponse, triagedOn, correctionAsked, ending, endedOn } = facts
  const endedBefore = endedOn !== null && facts.triageDueOn !== null && endedOn <= facts.triageDueOn
  const triageDueOn = triagedOn === null && endedBefore ? null : facts.triageDueOn
  const inTime = triageDueOn !== null && triagedOn !== null && triagedOn <= triageDueOn
  return [
    ...took('first_response', firstResponse),
    ...onDay('triaged', triagedOn),
    ...onDay('correction_asked', triagedOn, correctionAsked),
    ...onDay('archived_uncorrected', triagedOn, correctionAsked && ending === 'not_corrected'),
    ...onDay('triage_due', triageDueOn),
    ...onDay('triage_in_time', triageDueOn, inTime),
  ]
}

function answerOf(facts: CaseFacts): Contribution[] {
  const { answer, outcome } = facts
  const dueOn = owedOn(facts)
  const inTime = answer !== null && dueOn !== null && answer.on <= dueOn
  return [
    ...onDay('due', dueOn),
    ...onDay('due_in_time', dueOn, inTime),
    ...took('answer', answer),
    ...onDay('answered', answer?.on),
    ...onDay('answered_with_date', answer?.on, dueOn !== null),
    ...onDay('answered_in_time', answer?.on, inTime),
    ...onDay('decided', answer?.on, outcome !== null),
    ...onDay('upheld', answer?.on, outcome === 'upheld'),
  ]
}

function afterwardsOf({ notice, repeated, rating }: CaseFacts): Contribution[] {
  return [
    ...took('notice', notice),
    ...onDay('notified', notice?.on),
    ...onDay('notified_repeated', notice?.on, repeated),
    ...onDay('notified_rated', notice?.on, rating !== null),
    ...(rating ? lasted('satisfaction', rating.on, rating.satisfaction) : []),
    ...(rating ? onDay(`resolved_${rating.resolved}`, rating.on) : []),
  ]
}

/** Who withdrew, was sent elsewhere or joined with another before the day came is owed nothing on it. */
function owedOn({ dueOn, answer, endedOn }: CaseFacts): PlainDate | null {
  const endedBefore = endedOn !== null && dueOn !== null && endedOn <= dueOn
  return answer === null && endedBefore ? null : dueOn
}

/**
 * What is open, late or old on any day is what became so until then less what of it had ended by then; so
 * nothing needs counting anew when a month is over.
 */
function backlogOf({ endedOn, dueOn, olderOn }: CaseFacts): Contribution[] {
  const lateOn = dueOn === null ? null : addDays(dueOn, 1)
  return [
    ...onDay('ended', endedOn),
    ...onDay('past_due', lateOn),
    ...onDay('past_due_ended', later(lateOn, endedOn)),
    ...AGE_LIMITS.flatMap((limit) => [
      ...onDay(olderThan(limit), olderOn[limit]),
      ...onDay(olderThanEnded(limit), later(olderOn[limit], endedOn)),
    ]),
  ]
}

function later(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return null
  return one > other ? one : other
}

function onDay(measure: DayMeasure, day: PlainDate | null | undefined, counts = true) {
  if (!day || !counts) return []
  return [{ measure, month: monthOf(day), bucket: Number(day.slice(8)) }]
}

function took(measure: 'first_response' | 'answer' | 'notice', span: Span | null) {
  if (!span) return []
  return [
    ...lasted(`${measure}_working`, span.on, span.workingDays),
    ...lasted(`${measure}_calendar`, span.on, span.calendarDays),
  ]
}

function lasted(measure: Measure, on: PlainDate, value: number | null): Contribution[] {
  if (value === null) return []
  return [{ measure, month: monthOf(on), bucket: Math.min(LONGEST, Math.max(0, value)) }]
}

export function monthOf(day: PlainDate): PlainDate {
  return `${day.slice(0, 7)}-01`
}
