import type { Cells } from './instrument.ts'
import { BEST_LEVEL, COMPONENTS } from './kinds.ts'

/** How a component of the self-diagnosis stands: the mean of the levels of its questions. */
export interface Score {
  component: (typeof COMPONENTS)[number]
  mean: number
  questions: number
}

export const HIGHEST = Number(BEST_LEVEL)

/** Of those components of which a question has its level; what nobody graded counts for nothing. */
export function scoresOf(rows: readonly { cells: Cells }[]): Score[] {
  return COMPONENTS.flatMap((component) => {
    const levels = rows
      .filter(({ cells }) => cells.component === component && cells.level)
      .map(({ cells }) => Number(cells.level))
    if (levels.length === 0) return []
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
    return [{ component, mean, questions: levels.length }]
  })
}
