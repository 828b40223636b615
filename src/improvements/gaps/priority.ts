import type { GapLink, GapRow, Priority } from './gap.ts'

/** Of how many people who spoke, one in so many says it. */
const STEPS: readonly { share: number; points: number }[] = [
  { share: 0.2, points: 4 },
  { share: 0.1, points: 3 },
  { share: 0.05, points: 2 },
]
const MOST_CRITERIA = 3
const POINTS_A_CRITERION = 2
const POINTS_A_STEP_OF_FEASIBILITY = 3

/**
 * By visible reasons (AB-06): relevance is how often times how grave, then the criteria that it touches, then
 * whether the centre can do it. Without a figure behind it, how often counts nothing.
 */
export function priorityOf(
  row: Pick<GapRow, 'problem' | 'links' | 'criteria' | 'severity' | 'feasibility'>,
): Priority {
  if (row.problem === '') return NONE
  const frequency = Math.max(0, ...row.links.map(frequencyOf))
  const severity = row.severity ?? 0
  const relevance = frequency * severity
  const criteria = Math.min(row.criteria.length, MOST_CRITERIA) * POINTS_A_CRITERION
  const feasibility = ((row.feasibility ?? 1) - 1) * POINTS_A_STEP_OF_FEASIBILITY
  const score = relevance + criteria + feasibility
  return { score, frequency, severity, relevance, criteria, feasibility }
}

const NONE: Priority = {
  score: 0,
  frequency: 0,
  severity: 0,
  relevance: 0,
  criteria: 0,
  feasibility: 0,
}

/** Too few to be told still count as few. */
export function frequencyOf({ n, of }: Pick<GapLink, 'n' | 'of'>): number {
  if (of === 0) return 0
  if (n === null) return 1
  if (n === 0) return 0
  return STEPS.find(({ share }) => n / of >= share)?.points ?? 1
}

/** The rows that weigh most; several when they weigh the same, none when nothing is a problem. */
export function topOf(rows: readonly GapRow[]): readonly GapRow[] {
  const troubled = rows.filter(({ problem }) => problem !== '')
  const most = Math.max(0, ...troubled.map((row) => priorityOf(row).score))
  return troubled.filter((row) => priorityOf(row).score === most)
}
