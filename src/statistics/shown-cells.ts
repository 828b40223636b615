export const SMALLEST_CELL = 5
/** In public, where nobody is bound by an office to keep silent. */
export const SMALLEST_PUBLIC_CELL = 10

/** Some, and fewer than may be shown. None is nobody, and may be said. */
export function isFew(count: number, smallest: number = SMALLEST_CELL): boolean {
  return count > 0 && count < smallest
}

/**
 * Which cells of one breakdown may be shown. From one to four are hidden; and when a single one is, the next
 * smallest goes too, or the total would give it away.
 */
export function shownCells(counts: readonly number[]): boolean[] {
  const isSmall = (count: number) => isFew(count)
  const small = counts.filter(isSmall).length
  if (small !== 1) return counts.map((count) => !isSmall(count))
  const others = counts.filter((count) => count >= SMALLEST_CELL)
  const next = counts.indexOf(Math.min(...others))
  return counts.map((count, index) => !isSmall(count) && index !== next)
}
