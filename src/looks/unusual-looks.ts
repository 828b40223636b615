import type { LooksOfDay } from '../audit/index.ts'
import { UNUSUAL, type LookRule, type Unusual } from '../regimes/index.ts'

export type LookRules = Partial<Record<Unusual, LookRule>>

/** What somebody's day had of the unusual: how often, and of what. */
export interface UnusualLooks {
  what: Unusual
  count: number
}

/** Questions to ask, never a verdict: only what the rules of the day name. */
export function unusualIn(day: LooksOfDay, rules: LookRules): UnusualLooks[] {
  const counts = {
    in_an_hour: day.mostInAnHour,
    at_night: day.atNight,
    not_in_hand: day.notInHand,
  } as const
  return UNUSUAL.map((what) => ({ what, count: counts[what] })).filter(
    ({ what, count }) => count >= (rules[what]?.atLeast ?? Infinity),
  )
}

/** No rule says what night is: no hour of the day is. */
export function nightOf(rules: LookRules): { from: number; until: number } {
  return rules.at_night?.night ?? { from: 24, until: 0 }
}
