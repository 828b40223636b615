/** A figure as far as comparing needs it. */
export interface Comparable {
  value: number | null
  n: number
  interval: { low: number; high: number } | null
}

/** What is good news: more of it, less of it, or neither. */
export type Direction = 'higher' | 'lower' | 'none'

export type Verdict =
  'better' | 'worse' | 'more' | 'less' | 'cannot_say' | 'nothing_now' | 'nothing_before'

/**
 * What two periods tell. A change is only called one when their 95 % intervals do not overlap; of counts, when
 * twice the difference of their square roots is beyond 1.96 (the variance of the root of a Poisson count is 1/4).
 */
export function compare(
  now: Comparable,
  before: Comparable,
  { direction, counts = false }: { direction: Direction; counts?: boolean },
): Verdict {
  if (now.value === null) return 'nothing_now'
  if (before.value === null) return 'nothing_before'
  const rises = counts
    ? changeOfCounts(now.value, before.value)
    : changeOfIntervals(now.interval, before.interval)
  if (rises === 0) return 'cannot_say'
  if (direction === 'none') return rises > 0 ? 'more' : 'less'
  return rises > 0 === (direction === 'higher') ? 'better' : 'worse'
}

const Z = 1.96

function changeOfCounts(now: number, before: number): -1 | 0 | 1 {
  const z = 2 * (Math.sqrt(now) - Math.sqrt(before))
  if (Math.abs(z) <= Z) return 0
  return z > 0 ? 1 : -1
}

/** Without an interval on both sides nothing can be said. */
function changeOfIntervals(
  now: Comparable['interval'],
  before: Comparable['interval'],
): -1 | 0 | 1 {
  if (!now || !before) return 0
  if (now.low > before.high) return 1
  return now.high < before.low ? -1 : 0
}

/** Whether a member can be told from another: else they are not put in order. */
export function areDistinct(one: Comparable, other: Comparable): boolean {
  return changeOfIntervals(one.interval, other.interval) !== 0
}
