import type { PlainDate } from '../../platform/dates.ts'

/** How long something took, told on the day on which it was done. */
export interface Span {
  on: PlainDate
  /** Of the legal calendar, without those on which the clock stood still; null: no calendar is known. */
  workingDays: number | null
  /** Null: it was done, and nobody knows in how long. */
  calendarDays: number | null
}

/** Ages in working days at which an open case passes into an older band. */
export const AGE_LIMITS = [10, 20, 30] as const
export type AgeLimit = (typeof AGE_LIMITS)[number]

/** One stay in a state, told when the case left it. */
export interface Stay extends Span {
  state: string
}

/**
 * What a case tells the analysis: codes, ids and days, no word that anybody wrote and no person. Days are
 * those of the administration's time zone.
 */
export interface CaseFacts {
  administrationId: string
  /** Which feature keeps it. */
  source: 'book' | 'legacy'
  caseId: string
  kind: string
  centreId: string | null
  unitId: string | null
  serviceId: string | null
  channel: string | null
  /** The primary motive: what the person said it was about. */
  motive: string | null
  /** What was found to be the cause; null until somebody looked. */
  cause: string | null
  language: string | null
  registeredOn: PlainDate
  /** The person had the number within a minute; null: not known. */
  acknowledgedAtOnce: boolean | null
  /** The first word or decision of a person of the staff. */
  firstResponse: Span | null
  triageDueOn: PlainDate | null
  triagedOn: PlainDate | null
  /** The person was asked to correct it. */
  correctionAsked: boolean
  dueOn: PlainDate | null
  answer: Span | null
  /** Answered, as an older book says that kept no day of it; no time is known, but it does not wait. */
  answeredUndated: boolean
  outcome: 'upheld' | 'not_upheld' | null
  /** From the answer to the person's having it. */
  notice: Span | null
  /** The day since which it is no longer open. */
  endedOn: PlainDate | null
  /** How it ended, where it was not by an answer. `consolidated` counts with the case that it joined. */
  ending:
    | 'not_corrected'
    | 'withdrawn'
    | 'transferred'
    | 'redirected'
    | 'consolidated'
    | 'archived'
    | null
  /** The days on which it became older than so many working days, or will if nothing happens. */
  olderOn: Record<AgeLimit, PlainDate | null>
  /** Reopened, or told again by the same person for the same service soon after its answer. */
  repeated: boolean
  rating: { on: PlainDate; satisfaction: number; resolved: 'yes' | 'partly' | 'no' } | null
  stays: readonly Stay[]
}

/** The day of the first case that came in by this book itself. */
export function beginningOf(facts: readonly CaseFacts[]): PlainDate | null {
  const own = facts.filter(({ source }) => source === 'book')
  return own.map(({ registeredOn }) => registeredOn).sort()[0] ?? null
}
