/**
 * Figures that are fair: a share says on how many it rests and how far chance may have moved it, a rate
 * without a denominator is not known, and cells in which somebody could be recognised stay hidden.
 */

export interface Proportion {
  n: number
  share: number
  /** 95 % interval of Wilson. */
  low: number
  high: number
}

const Z = 1.96

/** Null when nobody answered: there is no share of nothing. */
export function proportionOf(hits: number, n: number): Proportion | null {
  if (n === 0) return null
  const share = hits / n
  const stretch = 1 + Z ** 2 / n
  const centre = (share + Z ** 2 / (2 * n)) / stretch
  const half = (Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))) / stretch
  return { n, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** Null when nobody was counted: not computable, which is never zero. */
export function ratePerThousand(events: number, attended: number | null): number | null {
  return attended === null || attended === 0 ? null : (1000 * events) / attended
}

/** Answers of each hundred who were asked. */
export function responseRate(responses: number, base: number | null): number | null {
  return base === null || base === 0 ? null : responses / base
}

export const SMALLEST_CELL = 5

/**
 * Which cells of one breakdown may be shown. From one to four are hidden; and when a single one is, the next
 * smallest goes too, or the total would give it away.
 */
export function shownCells(counts: readonly number[]): boolean[] {
  const isSmall = (count: number) => count > 0 && count < SMALLEST_CELL
  const small = counts.filter(isSmall).length
  if (small !== 1) return counts.map((count) => !isSmall(count))
  const others = counts.filter((count) => count >= SMALLEST_CELL)
  const next = counts.indexOf(Math.min(...others))
  return counts.map((count, index) => !isSmall(count) && index !== next)
}
