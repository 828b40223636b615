import type { ServiceStandard } from '../../administrations/index.ts'
import type { MinutesCount } from '../../attentions/index.ts'
import { isFew, proportionOf } from '../../statistics/index.ts'

/** How far a promise was kept, or why that cannot be said. */
export interface Attainment {
  standard: ServiceStandard
  value: number | null
  n: number
  interval: { low: number; high: number } | null
  missing: 'hidden' | 'not_measured' | 'too_soon' | null
  /** Beyond what chance may have moved. */
  verdict: 'kept' | 'broken' | 'unsure' | null
}

function attainmentOf(
  standard: ServiceStandard,
  { hits, n }: { hits: number; n: number },
): Attainment {
  const share = proportionOf(hits, n)
  if (!share) return missingOf(standard, 'not_measured')
  const { low, high } = share
  return judged({ standard, value: share.share, n, interval: { low, high } })
}

export function missingOf(
  standard: ServiceStandard,
  missing: NonNullable<Attainment['missing']>,
): Attainment {
  return { standard, value: null, n: 0, interval: null, missing, verdict: null }
}

/** A promise to everybody is broken by one whom it was not kept to. */
export function judged(told: Omit<Attainment, 'missing' | 'verdict'>): Attainment {
  const { standard, value, interval } = told
  const promised = standard.ofHundred / 100
  const isBroken = promised === 1 ? value !== 1 : (interval?.high ?? 1) < promised
  const isKept = promised === 1 ? value === 1 : (interval?.low ?? 0) >= promised
  return { ...told, missing: null, verdict: isBroken ? 'broken' : isKept ? 'kept' : 'unsure' }
}

/**
 * Promises about minutes, from the register of those attended. What few people rest on is hidden, and so is a
 * wider promise from which a narrower one could be taken away to leave few.
 */
export function attainmentsOf(
  standards: readonly ServiceStandard[],
  counts: readonly MinutesCount[],
  smallest: number,
): Attainment[] {
  return standards.map((standard) => {
    const own = counts.filter((count) => isOf(standard, count))
    const n = peopleIn(own)
    const kept = own.filter(({ minutes }) => minutes <= standard.most)
    const narrower = standards.filter((other) => isWithin(other, standard))
    const shown = narrower.filter(
      (other) => !isFew(peopleIn(counts.filter((each) => isOf(other, each))), smallest),
    )
    const leftBy = (others: readonly ServiceStandard[]) =>
      peopleIn(own.filter((count) => !others.some((other) => isOf(other, count))))
    const rests = [n, leftBy(shown), ...shown.map((other) => leftBy([other]))]
    if (rests.some((rest) => isFew(rest, smallest))) return missingOf(standard, 'hidden')
    return attainmentOf(standard, { hits: peopleIn(kept), n })
  })
}

function isOf({ measure, serviceId, channel }: ServiceStandard, count: MinutesCount): boolean {
  return (
    count.of === (measure === 'waiting_minutes' ? 'waited' : 'attended') &&
    (serviceId === null || serviceId === count.serviceId) &&
    (channel === null || channel === count.channel)
  )
}

/** Whether one promise is about some of those whom the other is about. */
function isWithin(one: ServiceStandard, other: ServiceStandard): boolean {
  return (
    one !== other &&
    one.measure === other.measure &&
    (other.serviceId === null || other.serviceId === one.serviceId) &&
    (other.channel === null || other.channel === one.channel)
  )
}

function peopleIn(counts: readonly MinutesCount[]): number {
  return counts.reduce((sum, { people }) => sum + people, 0)
}
