import { addDays, type PlainDate } from '../platform/dates.ts'

/** What may be promised: how long one waits, how long it then takes, how soon a case has its answer. */
export const STANDARD_MEASURES = ['waiting_minutes', 'attention_minutes', 'answer_days'] as const
export type StandardMeasure = (typeof STANDARD_MEASURES)[number]

/** A published promise: at most so long, to so many of a hundred people. */
export interface ServiceStandard {
  standardId: string
  measure: StandardMeasure
  /** Null: every service. */
  serviceId: string | null
  /** By which people are attended; null: every one. */
  channel: string | null
  most: number
  ofHundred: number
  validFrom: PlainDate
  validUntil: PlainDate | null
  source: string
}

/** A promise and the part of a period in which it held. */
export interface HeldStandard {
  standard: ServiceStandard
  from: PlainDate
  until: PlainDate
}

/** A newer promise about the same thing ends the older one on the day before. */
export function standardsWithin(
  standards: readonly ServiceStandard[],
  period: { from: PlainDate; until: PlainDate },
): HeldStandard[] {
  return standards.flatMap((standard) => {
    const ends = [period.until, lastDayOf(standard, standards)].filter((day) => day !== null)
    const from = standard.validFrom > period.from ? standard.validFrom : period.from
    const until = ends.sort()[0] ?? period.until
    return from <= until ? [{ standard, from, until }] : []
  })
}

function lastDayOf(
  standard: ServiceStandard,
  standards: readonly ServiceStandard[],
): PlainDate | null {
  const newer = standards
    .filter((other) => isAboutTheSame(standard, other) && other.validFrom > standard.validFrom)
    .map(({ validFrom }) => addDays(validFrom, -1))
  const ends = [...newer, standard.validUntil].filter((day) => day !== null)
  return ends.sort()[0] ?? null
}

function isAboutTheSame(one: ServiceStandard, other: ServiceStandard): boolean {
  return (
    one.measure === other.measure &&
    one.serviceId === other.serviceId &&
    one.channel === other.channel
  )
}
