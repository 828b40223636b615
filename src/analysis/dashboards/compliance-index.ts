import type { Figure } from '../indicators/index.ts'
import { FEWEST_TO_COMPARE } from './charts-of.ts'
import { pick } from './pick.ts'

/** Components with their weights (domain 11.3). How many cases come in is none of them. */
const WEIGHTS = {
  in_time: 0.3,
  triage: 0.1,
  quality: 0.15,
  satisfaction: 0.1,
  improvements: 0.15,
  backlog: 0.1,
  access: 0.05,
  completeness: 0.05,
} as const
export type ComponentName = keyof typeof WEIGHTS

export interface IndexComponent {
  name: ComponentName
  weight: number
  /** From nought to one; null: nobody keeps it, or there is nothing to tell. */
  score: number | null
  n: number
}

export interface ComplianceIndex {
  /** From nought to a hundred, over the components that there are; null: none. */
  value: number | null
  components: IndexComponent[]
  /** The part of all weights that the value rests on. */
  covered: number
  /** Too few cases were due: it is shown and not held against others. */
  ranked: boolean
}

/** Of one kind, since kinds are never added up into one share. */
export function complianceIndex(figures: readonly Figure[], kind: string): ComplianceIndex {
  const inTime = pick(figures, { indicator: 'Q04', measure: 'share', kind })
  const triage = pick(figures, { indicator: 'Q06', measure: 'share', kind })
  const satisfaction = pick(figures, { indicator: 'Q26', measure: 'mean', kind })
  const overdue = pick(figures, { indicator: 'Q13', measure: 'share', kind })
  const known: Partial<Record<ComponentName, { score: number | null; figure: Figure | null }>> = {
    // the lower end, so that few cases do not shine by chance
    in_time: { score: inTime?.interval?.low ?? null, figure: inTime },
    triage: { score: triage?.interval?.low ?? null, figure: triage },
    satisfaction: { score: valued(satisfaction, (mean) => (mean - 1) / 4), figure: satisfaction },
    backlog: { score: valued(overdue, (share) => 1 - share), figure: overdue },
  }
  const components = (Object.keys(WEIGHTS) as ComponentName[]).map((name) => ({
    name,
    weight: WEIGHTS[name],
    score: known[name]?.score ?? null,
    n: known[name]?.figure?.n ?? 0,
  }))
  const told = components.filter(({ score }) => score !== null)
  const covered = told.reduce((sum, { weight }) => sum + weight, 0)
  const sum = told.reduce((all, { weight, score }) => all + weight * (score ?? 0), 0)
  return {
    value: covered === 0 ? null : (100 * sum) / covered,
    components,
    covered,
    ranked: (inTime?.n ?? 0) >= FEWEST_TO_COMPARE,
  }
}

function valued(figure: Figure | null, scored: (value: number) => number): number | null {
  return figure === null || figure.value === null ? null : scored(figure.value)
}
