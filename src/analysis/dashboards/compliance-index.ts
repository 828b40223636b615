import type { Figure } from '../indicators/index.ts'
import { FEWEST_TO_COMPARE } from './charts-of.ts'
import { pick, type WhichFigure } from './pick.ts'

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

/** Of one kind, since kinds are never added up into one share; improvements and sites are of all of them. */
export function complianceIndex(figures: readonly Figure[], kind: string): ComplianceIndex {
  const find = (which: Omit<WhichFigure, 'member'>) => pick(figures, which)
  const inTime = find({ indicator: 'Q04', measure: 'share', kind })
  const triage = find({ indicator: 'Q06', measure: 'share', kind })
  const satisfaction = find({ indicator: 'Q26', measure: 'mean', kind })
  const onTime = find({ indicator: 'Q31', measure: 'share', kind: null })
  const overdue = find({ indicator: 'Q13', measure: 'share', kind })
  const access = find({ indicator: 'Q34', measure: 'all', kind: null })
  const known: Partial<Record<ComponentName, { score: number | null; figure: Figure | null }>> = {
    // the lower end, so that few cases do not shine by chance
    in_time: { score: inTime?.interval?.low ?? null, figure: inTime },
    triage: { score: triage?.interval?.low ?? null, figure: triage },
    satisfaction: { score: valued(satisfaction, (mean) => (mean - 1) / 4), figure: satisfaction },
    improvements: { score: valued(onTime, (share) => share), figure: onTime },
    backlog: { score: valued(overdue, (share) => 1 - share), figure: overdue },
    access: { score: valued(access, (share) => share), figure: access },
  }
  const components = (Object.keys(WEIGHTS) as ComponentName[]).map((name) => ({
    name,
    weight: WEIGHTS[name],
    score: known[name]?.score ?? null,
    n: known[name]?.figure?.n ?? 0,
  }))
  return {
    ...weighed(components),
    components,
    ranked: (inTime?.n ?? 0) >= FEWEST_TO_COMPARE,
  }
}

/** By how much it changed, over the parts that both have: a part that came later is no progress. */
export function changeOf(now: ComplianceIndex, before: ComplianceIndex): number | null {
  const isTold = ({ components }: ComplianceIndex, name: ComponentName) =>
    components.some((each) => each.name === name && each.score !== null)
  const ofBoth = (index: ComplianceIndex) =>
    weighed(index.components.filter(({ name }) => isTold(now, name) && isTold(before, name))).value
  const [later, earlier] = [ofBoth(now), ofBoth(before)]
  return later === null || earlier === null ? null : later - earlier
}

function weighed(components: readonly IndexComponent[]) {
  const told = components.filter(({ score }) => score !== null)
  const covered = told.reduce((sum, { weight }) => sum + weight, 0)
  const sum = told.reduce((all, { weight, score }) => all + weight * (score ?? 0), 0)
  return { value: covered === 0 ? null : (100 * sum) / covered, covered }
}

function valued(figure: Figure | null, scored: (value: number) => number): number | null {
  return figure === null || figure.value === null ? null : scored(figure.value)
}
