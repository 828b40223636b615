import type { PlainDate } from '../platform/dates.ts'
import type { Term, TermUnit } from './term.ts'

/**
 * The days on which a clock stands still: those after `from`, up to and including `until`. The day of
 * the request was the office's own and counts; the day of the reply is still the person's, and the
 * count goes on the next working day (LFPA 17-A; LPAG 144.1 for the day of a notice).
 */
export interface Suspension {
  from: PlainDate
  /** Absent: it still stands. */
  until?: PlainDate | undefined
  reason: string
}

export interface Extension {
  days: number
  unit: TermUnit
  at: Date
  source: string
}

/** One step of one case, with all that ever moved its date. */
export interface Clock {
  step: string
  term: Term
  startedAt: Date
  timeZone: string
  suspensions: readonly Suspension[]
  extensions: readonly Extension[]
  stoppedOn?: PlainDate | undefined
  /** The date that the person was told: it may move later, never earlier. */
  neverBefore?: PlainDate | undefined
}

/** Whoever receives a transferred case has the whole term, from its own reception. */
export function clockForReceiver(term: Term, receivedAt: Date, timeZone: string): Clock {
  return { step: term.step, term, startedAt: receivedAt, timeZone, suspensions: [], extensions: [] }
}

export function isPaused(clock: Clock): boolean {
  return clock.stoppedOn === undefined && clock.suspensions.some(({ until }) => until === undefined)
}

/** A day is suspended once, however many suspensions it falls in. */
export function isSuspendedOn(clock: Clock, day: PlainDate, asOf?: PlainDate): boolean {
  return findSuspension(clock, day, asOf) !== undefined
}

/** An open suspension lasts through `asOf`, or until the clock stopped. */
export function findSuspension(clock: Clock, day: PlainDate, asOf?: PlainDate) {
  return clock.suspensions.find(
    ({ from, until }) => day > from && day <= (until ?? clock.stoppedOn ?? asOf ?? from),
  )
}
