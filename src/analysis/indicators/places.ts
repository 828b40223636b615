import type { CaseFacts } from './case-facts.ts'
import type { Breakdown } from './figure.ts'

/** Where a case counts: in the whole administration or one centre, in the whole or one member of a breakdown. */
export interface Place {
  /** `all`, or the centre's id. */
  within: string
  kind: string
  /** Empty: the whole. */
  breakdown: Breakdown | ''
  /** An id or a code; empty where the case has none. */
  member: string
}

export const EVERYWHERE = 'all'

export function placesOf(facts: CaseFacts): Place[] {
  const { kind, centreId } = facts
  const parts: [Breakdown | '', string][] = [
    ['', ''],
    ['unit', facts.unitId ?? ''],
    ['service', facts.serviceId ?? ''],
    ['channel', facts.channel ?? ''],
    ['motive', facts.motive ?? ''],
    ['language', facts.language ?? ''],
    ...(facts.cause === null ? [] : [['cause', facts.cause] as [Breakdown, string]]),
  ]
  const withinEach = [EVERYWHERE, ...(centreId === null ? [] : [centreId])]
  return [
    { within: EVERYWHERE, kind, breakdown: 'centre', member: centreId ?? '' },
    ...withinEach.flatMap((within) =>
      parts.map(([breakdown, member]) => ({ within, kind, breakdown, member })),
    ),
  ]
}
