import {
  countOf,
  meanOf,
  percentileInterval,
  percentileOf,
  proportionOf,
  type Histogram,
} from '../../../statistics/index.ts'
import type { Worth } from './indicator.ts'

export function shareOf(hits: number, n: number, measure = 'share'): Worth {
  const share = proportionOf(hits, n)
  if (!share) return { measure, value: null, n, missing: 'no_cases' }
  return { measure, value: share.share, n, interval: { low: share.low, high: share.high } }
}

/** Of so many events to so many others, which are not parts of a whole. */
export function ratioOf(events: number, base: number, measure = 'ratio'): Worth {
  if (base === 0) return { measure, value: null, n: base, missing: 'no_cases' }
  return { measure, value: events / base, n: base }
}

export function countWorth(value: number, measure = 'count'): Worth {
  return { measure, value, n: value }
}

/** Mean, half and nine of ten, in the days of the name. */
export function timesOf(histogram: Histogram, days: 'working' | 'calendar', mean = true): Worth[] {
  const n = countOf(histogram)
  const worth = (measure: string, value: number | null): Worth => ({
    measure: `${measure}_${days}_days`,
    value,
    n,
    ...(n === 0 && { missing: 'no_cases' }),
  })
  return [
    ...(mean ? [worth('mean', meanOf(histogram))] : []),
    { ...worth('p50', percentileOf(histogram, 0.5)), interval: percentileInterval(histogram, 0.5) },
    { ...worth('p90', percentileOf(histogram, 0.9)), interval: percentileInterval(histogram, 0.9) },
  ]
}
