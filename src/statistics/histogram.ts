/** How many fell on each whole value from nought on; what is not there is nought. */
export type Histogram = readonly number[]

export function histogramOf(values: readonly number[]): number[] {
  const histogram: number[] = []
  for (const value of values) {
    while (histogram.length <= value) histogram.push(0)
    histogram[value] = (histogram[value] ?? 0) + 1
  }
  return histogram
}

export function countOf(histogram: Histogram): number {
  return histogram.reduce((sum, count) => sum + count, 0)
}

export function sumHistograms(histograms: readonly Histogram[]): number[] {
  const sum: number[] = []
  for (const histogram of histograms) {
    histogram.forEach((count, value) => {
      sum[value] = (sum[value] ?? 0) + count
    })
  }
  return sum
}

export function meanOf(histogram: Histogram): number | null {
  const n = countOf(histogram)
  const sum = histogram.reduce((total, count, value) => total + count * value, 0)
  return n === 0 ? null : sum / n
}

/** Nearest rank: of n values in order, the one at position ⌈share·n⌉. */
export function percentileOf(histogram: Histogram, share: number): number | null {
  const n = countOf(histogram)
  if (n === 0) return null
  return atRank(histogram, Math.max(1, Math.ceil(share * n)))
}

function atRank(histogram: Histogram, rank: number): number {
  let passed = 0
  return histogram.findIndex((count) => (passed += count) >= rank)
}

const Z = 1.96

/**
 * Between which values a percentile lies with 95 % of confidence, from the ranks around it: n·p ± 1.96·√(n·p·(1−p)).
 * Null where the values are too few to have both ranks.
 */
export function percentileInterval(
  histogram: Histogram,
  share: number,
): { low: number; high: number } | null {
  const n = countOf(histogram)
  const half = Z * Math.sqrt(n * share * (1 - share))
  const [lowest, highest] = [Math.floor(n * share - half), Math.ceil(n * share + half) + 1]
  if (lowest < 1 || highest > n) return null
  return { low: atRank(histogram, lowest), high: atRank(histogram, highest) }
}
