import type { PlainDate } from '../../platform/dates.ts'
import type { ImprovementPlace } from '../improvement-place.ts'

/** A point at which corruption could happen, as it was assessed one day (MAS, AC-04). */
export interface Risk extends ImprovementPlace {
  riskId: string
  version: number
  point: string
  cause: string
  /** Of those under which reports of corruption are counted; null: none was chosen. */
  category: string | null
  /** From 1, hardly ever or little, to 5. */
  likelihood: number
  impact: number
  control: string
  ownerId: string
  assessedOn: PlainDate
  assessedBy: string
}

export const LEVELS = ['low', 'medium', 'high'] as const
export type Level = (typeof LEVELS)[number]

const HIGH_FROM = 12
const MEDIUM_FROM = 5

export function levelOf({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): Level {
  const weight = likelihood * impact
  if (weight >= HIGH_FROM) return 'high'
  return weight >= MEDIUM_FROM ? 'medium' : 'low'
}

/** How many risks stand where: a row for each likelihood from the highest, a column for each impact. */
export function matrixOf(risks: readonly Pick<Risk, 'likelihood' | 'impact'>[]): number[][] {
  return [5, 4, 3, 2, 1].map((likelihood) =>
    [1, 2, 3, 4, 5].map(
      (impact) =>
        risks.filter((risk) => risk.likelihood === likelihood && risk.impact === impact).length,
    ),
  )
}
