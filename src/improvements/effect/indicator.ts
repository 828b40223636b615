import { addDays, type PlainDate } from '../../platform/dates.ts'

/** What is compared before and after: how often something is said, who is satisfied, what is in time. */
export const EFFECT_MEASURES = ['recurrence', 'satisfaction', 'in_time'] as const
export type EffectMeasure = (typeof EFFECT_MEASURES)[number]

/** By what the cases are chosen of which recurrence is counted. */
export const SUBJECT_KINDS = ['cause', 'motive', 'service', 'centre'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

export interface EffectPeriod {
  from: PlainDate
  until: PlainDate
}

/** Chosen when the project is planned, so that nobody picks it once the result is known. */
export interface EffectIndicator {
  measure: EffectMeasure
  /** Cases of one kind only; null where no case is counted. */
  kind: string | null
  /** Of recurrence; of the other two null. */
  subject: { by: SubjectKind; code: string } | null
  /** Of satisfaction: the driver. */
  driver: string | null
  centreId: string | null
  serviceId: string | null
  before: EffectPeriod
  /** How long afterwards is looked at, from the day after the project is finished. */
  afterDays: number
}

/** So many of so many: cases of attentions, satisfied of those who answered, in time of those due. */
export interface EffectCounts {
  events: number
  /** Null: nobody counted. */
  base: number | null
}

export interface StoredIndicator extends EffectIndicator {
  projectId: string
  beforeCounts: EffectCounts
  /** Set when the project is approved; from then on a trigger refuses a change. */
  lockedAt: Date | null
  after: EffectPeriod | null
  afterCounts: EffectCounts | null
  measuredAt: Date | null
}

/** What is looked at once a project is finished: as long as it was said, from the day after. */
export function afterPeriod(
  { afterDays }: Pick<EffectIndicator, 'afterDays'>,
  finishedOn: PlainDate,
): EffectPeriod {
  return { from: addDays(finishedOn, 1), until: addDays(finishedOn, afterDays) }
}
