/** How many gave each pair of scores. */
export interface PairCount {
  one: number
  other: number
  count: number
}

/** Spearman's, with equal scores at the middle of their ranks; null where one of the two never varies. */
export function rankCorrelation(pairs: readonly PairCount[]): number | null {
  const ones = middleRanks(pairs.map(({ one, count }) => ({ value: one, count })))
  const others = middleRanks(pairs.map(({ other, count }) => ({ value: other, count })))
  const n = pairs.reduce((sum, { count }) => sum + count, 0)
  const middle = (n + 1) / 2
  const sums = { both: 0, one: 0, other: 0 }
  for (const { one, other, count } of pairs) {
    const from = (ones.get(one) ?? middle) - middle
    const to = (others.get(other) ?? middle) - middle
    sums.both += count * from * to
    sums.one += count * from * from
    sums.other += count * to * to
  }
  return sums.one === 0 || sums.other === 0 ? null : sums.both / Math.sqrt(sums.one * sums.other)
}

function middleRanks(values: readonly { value: number; count: number }[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { value, count } of values) counts.set(value, (counts.get(value) ?? 0) + count)
  let before = 0
  const ranks = new Map<number, number>()
  for (const [value, count] of [...counts].sort(([one], [other]) => one - other)) {
    ranks.set(value, before + (count + 1) / 2)
    before += count
  }
  return ranks
}
