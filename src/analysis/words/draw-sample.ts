import { createHash } from 'node:crypto'

/** Something that may be drawn; a severe one always is. */
export interface Candidate {
  id: string
  stratum: string
  severe: boolean
}

/**
 * Draws each stratum's share of a sample, and all severe ones besides. The same seed draws the same ones
 * in the same order, whatever the order in which they are given.
 */
export function drawSample<C extends Candidate>(
  candidates: readonly C[],
  { size, seed }: { size: number | null; seed: number },
): C[] {
  const ranked = candidates
    .map((candidate) => ({ candidate, rank: rankOf(seed, candidate.id) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .map(({ candidate }) => candidate)
  if (size === null) return ranked
  const left = allocate(
    ranked.filter(({ severe }) => !severe),
    size,
  )
  return ranked.filter(({ severe, stratum }) => {
    if (severe) return true
    const places = left.get(stratum) ?? 0
    left.set(stratum, places - 1)
    return places > 0
  })
}

/** Places by stratum in proportion to its size, the largest remainders rounded up. */
export function allocate(
  candidates: readonly Pick<Candidate, 'stratum'>[],
  size: number,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { stratum } of candidates) counts.set(stratum, (counts.get(stratum) ?? 0) + 1)
  if (candidates.length <= size) return counts
  const shares = [...counts].map(([stratum, count]) => {
    const exact = (count * size) / candidates.length
    return { stratum, whole: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  const open = size - shares.reduce((sum, { whole }) => sum + whole, 0)
  const rounded = shares.toSorted(
    (one, other) => other.rest - one.rest || (one.stratum < other.stratum ? -1 : 1),
  )
  return new Map(rounded.map(({ stratum, whole }, at) => [stratum, whole + (at < open ? 1 : 0)]))
}

function rankOf(seed: number, id: string): string {
  return createHash('sha256').update(`${seed}:${id}`).digest('base64')
}

/** Coded by both to begin with, until they agree (30 to 50 cases; here by text). */
const TO_CALIBRATE = 40
/** Of the rest, one in ten. */
const DOUBLE_CHECK = 10

export function isDoubleCoded(position: number): boolean {
  return position <= TO_CALIBRATE || position % DOUBLE_CHECK === 0
}
