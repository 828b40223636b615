import { proportionOf } from '../../statistics/index.ts'

/** What the index is made of, with the weight of each (domain 11.3; not an official index). */
export const COMPONENTS = {
  answer_in_time: 0.3,
  triage_in_time: 0.1,
  answer_quality: 0.15,
  satisfaction: 0.1,
  improvements_on_time: 0.15,
  backlog_health: 0.1,
  access: 0.05,
  completeness: 0.05,
} as const
export type Component = keyof typeof COMPONENTS

/** How many were and how many of them as they should be; null: nobody kept it. */
export type ComponentCounts = Partial<Record<Component, { hits: number; n: number } | null>> & {
  answer_in_time: { hits: number; n: number } | null
}

export interface ComplianceIndex {
  /** Null: fewer than thirty cases were due, and it is not ranked. */
  index: number | null
  ranked: boolean
  components: { component: Component; score: number | null; n: number; weight: number }[]
}

const ENOUGH_TO_RANK = 30
/** These by the lower end of their interval, so that few cases never rank before many. */
const CAUTIOUS: readonly Component[] = ['answer_in_time', 'triage_in_time']

/**
 * A hundred times the weighted components. What is missing is left out, its weight goes to the others, and it
 * is shown as missing. How many cases came in is no part of it: it would reward closing the door.
 */
export function complianceIndex(counts: ComponentCounts): ComplianceIndex {
  const scores = (Object.keys(COMPONENTS) as Component[]).map((component) => ({
    component,
    n: counts[component]?.n ?? 0,
    score: scoreOf(component, counts[component] ?? null),
  }))
  const known = scores.filter(({ score }) => score !== null)
  const all = known.reduce((sum, { component }) => sum + COMPONENTS[component], 0)
  const ranked = (counts.answer_in_time?.n ?? 0) >= ENOUGH_TO_RANK
  const weightOf = (component: Component, score: number | null) =>
    score === null ? 0 : COMPONENTS[component] / all
  const components = scores.map((each) => ({
    ...each,
    weight: weightOf(each.component, each.score),
  }))
  const sum = components.reduce((total, { score, weight }) => total + weight * (score ?? 0), 0)
  return { index: ranked ? 100 * sum : null, ranked, components }
}

function scoreOf(component: Component, counts: { hits: number; n: number } | null): number | null {
  const share = counts && proportionOf(counts.hits, counts.n)
  if (!share) return null
  return CAUTIOUS.includes(component) ? share.low : share.share
}
