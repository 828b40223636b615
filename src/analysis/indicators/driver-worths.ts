import { rankCorrelation } from '../../statistics/index.ts'
import type { ScorePair } from '../../surveys/index.ts'
import type { Worth } from './formulas/indicator.ts'
import { shareOf } from './formulas/worth.ts'

/** From here on a person is satisfied, of five. */
const SATISFIED_FROM = 4
/** With fewer answers a correlation says little. */
const ENOUGH_TO_CORRELATE = 100

export interface DriverWorth {
  driver: string
  /** Who gave four or five, and the mean. */
  satisfaction: Worth[]
  /** How far the driver goes together with the whole. */
  importance: Worth
}

/** Q25 and Q28, driver by driver. */
export function driverWorths(pairs: readonly ScorePair[]): DriverWorth[] {
  return [...new Set(pairs.map(({ driver }) => driver))].map((driver) => {
    const own = pairs.filter((pair) => pair.driver === driver)
    const n = own.reduce((sum, { count }) => sum + count, 0)
    const satisfied = own.filter(({ score }) => score >= SATISFIED_FROM)
    const hits = satisfied.reduce((sum, { count }) => sum + count, 0)
    const mean = own.reduce((sum, { score, count }) => sum + score * count, 0) / n
    return {
      driver,
      satisfaction: [shareOf(hits, n, 'satisfied'), { measure: 'mean', value: mean, n }],
      importance: importanceOf(own, n),
    }
  })
}

function importanceOf(pairs: readonly ScorePair[], n: number): Worth {
  const measure = 'rank_correlation'
  const value = rankCorrelation(
    pairs.map(({ score, overall, count }) => ({ one: score, other: overall, count })),
  )
  if (n < ENOUGH_TO_CORRELATE || value === null)
    return { measure, value: null, n, missing: 'no_cases' }
  return { measure, value, n }
}
