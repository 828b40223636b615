/** How a share moved since the period before, with the interval in which chance leaves it. */
export interface Trend {
  readonly is: 'new' | 'growing' | 'fading' | 'steady' | 'unknown'
  /** In points of the share, from one to one hundred. */
  readonly change: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface Counted {
  readonly said: number
  readonly of: number
}

const Z = 1.96
const ENOUGH_BEFORE = 30

/** Newcombe's interval of a difference, from the intervals of Wilson of each share (Newcombe 1998, method 10). */
export function trendOf(now: Counted, before: Counted): Trend {
  if (before.of < ENOUGH_BEFORE || now.of === 0) {
    return { is: 'unknown', change: null, low: null, high: null }
  }
  const [a, b] = [wilson(now), wilson(before)]
  const change = a.share - b.share
  const low = change - Math.sqrt((a.share - a.low) ** 2 + (b.high - b.share) ** 2)
  const high = change + Math.sqrt((a.high - a.share) ** 2 + (b.share - b.low) ** 2)
  return { is: nameOf(before, low, high), change: 100 * change, low: 100 * low, high: 100 * high }
}

function nameOf(before: Counted, low: number, high: number): Trend['is'] {
  if (low > 0) return before.said === 0 ? 'new' : 'growing'
  return high < 0 ? 'fading' : 'steady'
}

function wilson({ said, of }: Counted) {
  const share = said / of
  const middle = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of)
  const half =
    (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
