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
  /** The share of the period's cases that nobody read: 0 of what needs no reader, as only a cause does. */
  unread: number
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

/**
 * What is looked at once a project is finished: as long as it was said, from the day after; of what is counted
 * by months, whole ones from the next.
 */
export function afterPeriod(
  { afterDays, measure }: Pick<EffectIndicator, 'afterDays' | 'measure'>,
  finishedOn: PlainDate,
): EffectPeriod {
  if (measure !== 'in_time') {
    return { from: addDays(finishedOn, 1), until: addDays(finishedOn, afterDays) }
  }
  const from = monthStart(finishedOn, 1)
  return { from, until: addDays(monthStart(from, Math.max(1, Math.round(afterDays / 30))), -1) }
}

export function areWholeMonths({ from, until }: EffectPeriod): boolean {
  return from.endsWith('-01') && addDays(until, 1).endsWith('-01')
}

/** The first day of the month so many months later. */
function monthStart(day: PlainDate, later: number): PlainDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + later
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  return `${year}-${String(month).padStart(2, '0')}-01`
}
