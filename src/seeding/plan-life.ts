import type { Chance } from './chance.ts'

/** What may happen to an invented case, each as the office or its person would do it. */
export const DEEDS = [
  'open',
  'ask_correction',
  'correct',
  'expire',
  'assign',
  'accept',
  'give_back',
  'note',
  'add_information',
  'draft',
  'return_draft',
  'approve',
  'deliver',
  'forward',
  'rate',
  'ask_review',
  'decline_review',
  'withdraw',
  'archive',
  'transfer',
  'redirect',
] as const
export type Deed = (typeof DEEDS)[number]

export interface PlannedDeed {
  deed: Deed
  /** Working days after the deed before. */
  after: number
}

const ENDS = { answered: 80, withdrawn: 4, archived: 4, transferred: 7, redirected: 5 }

/**
 * The whole way of a case, from its filing to its end. What lies in the future has not happened yet, so that
 * young cases wait for their first step and old ones have ended; a few are forgotten on the way.
 */
export function planLife(chance: Chance, kind: string): PlannedDeed[] {
  const life = [...beginning(chance), ...ending(chance, kind)]
  return chance.happens(0.07) ? life.slice(0, chance.int(0, life.length - 1)) : life
}

/** The plain way: somebody took it, answered it, and now and then it was rated. */
export function answeredLife(chance: Chance): PlannedDeed[] {
  return [{ deed: 'open', after: 0 }, ...work(chance), ...answer(chance), ...verdict(chance)]
}

function beginning(chance: Chance): PlannedDeed[] {
  const open = chance.happens(0.6) ? [{ deed: 'open' as const, after: chance.int(0, 1) }] : []
  if (!chance.happens(0.1)) return open
  const asked = { deed: 'ask_correction' as const, after: chance.int(0, 1) }
  return chance.happens(0.75)
    ? [...open, asked, { deed: 'correct', after: chance.int(1, 4) }]
    : [...open, asked, { deed: 'expire', after: 6 }]
}

function ending(chance: Chance, kind: string): PlannedDeed[] {
  if (kind === 'compliment')
    return [{ deed: 'forward', after: chance.int(0, 3) }, ...verdict(chance)]
  switch (chance.weighted(ENDS)) {
    case 'withdrawn':
      return [{ deed: 'withdraw', after: chance.int(1, 5) }]
    case 'archived':
      return [{ deed: 'archive', after: chance.int(1, 3) }]
    case 'transferred':
      return [{ deed: 'transfer', after: chance.int(0, 3) }]
    case 'redirected':
      return [{ deed: 'redirect', after: chance.int(0, 3) }]
    case 'answered':
      return [...work(chance), ...answer(chance), ...verdict(chance)]
  }
}

function work(chance: Chance): PlannedDeed[] {
  const toUnit = (): PlannedDeed[] => [
    { deed: 'assign', after: chance.int(0, 2) },
    { deed: 'accept', after: chance.int(0, 2) },
  ]
  return [
    ...toUnit(),
    ...(chance.happens(0.06) ? [{ deed: 'give_back' as const, after: 1 }, ...toUnit()] : []),
    ...(chance.happens(0.3) ? [{ deed: 'note' as const, after: chance.int(0, 2) }] : []),
    ...(chance.happens(0.1) ? [{ deed: 'add_information' as const, after: 1 }] : []),
  ]
}

function answer(chance: Chance): PlannedDeed[] {
  const late = chance.happens(0.12)
  return [
    { deed: 'draft', after: late ? chance.int(12, 24) : chance.int(1, 8) },
    ...(chance.happens(0.18)
      ? [
          { deed: 'return_draft' as const, after: 1 },
          { deed: 'draft' as const, after: chance.int(1, 3) },
        ]
      : []),
    { deed: 'approve', after: chance.int(0, 2) },
    { deed: 'deliver', after: chance.int(0, 4) },
  ]
}

function verdict(chance: Chance): PlannedDeed[] {
  if (!chance.happens(0.5)) return []
  const rate = { deed: 'rate' as const, after: chance.int(0, 5) }
  if (!chance.happens(0.15)) return [rate]
  return [
    rate,
    { deed: 'ask_review', after: 1 },
    { deed: 'decline_review', after: chance.int(2, 8) },
  ]
}
