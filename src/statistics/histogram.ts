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
  const rank = Math.max(1, Math.ceil(share * n))
  let passed = 0
  return histogram.findIndex((count) => (passed += count) >= rank)
}
