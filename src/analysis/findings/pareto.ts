import { compareTexts, groupedBy, type Idea } from './idea.ts'

export const RANKINGS = ['frequency', 'severity'] as const
export type Ranking = (typeof RANKINGS)[number]

export interface ParetoRow {
  code: string
  /** Ideas with this code, and the cases that told them. */
  ideas: number
  cases: number
  /** The sum of the severities of its ideas. */
  weight: number
  /** Of all that is ranked, this row's part, and that of it and all before it. */
  share: number
  cumulative: number
  vital: boolean
  /** Worth the same as the last of the vital few, and left out only by its place. */
  tied: boolean
}

const ENOUGH_PERCENT = 80

/** Causes by how often they are told, or by the sum of their severities (method 11.4, step 9). */
export function rankCauses(ideas: readonly Idea[], by: Ranking): ParetoRow[] {
  const counted = [...groupedBy(ideas, ({ code }) => code)].map(([code, told]) => ({
    code,
    ideas: told.length,
    cases: new Set(told.map(({ caseId }) => caseId)).size,
    weight: told.reduce((sum, { severity }) => sum + severity, 0),
  }))
  const worth = (row: { ideas: number; weight: number }) =>
    by === 'frequency' ? row.ideas : row.weight
  const other = (row: { ideas: number; weight: number }) =>
    by === 'frequency' ? row.weight : row.ideas
  counted.sort(
    (one, two) =>
      worth(two) - worth(one) || other(two) - other(one) || compareTexts(one.code, two.code),
  )
  return markVitalFew(counted, worth)
}

/** The vital few: the smallest set that reaches four fifths of the whole. */
function markVitalFew<T extends Pick<ParetoRow, 'code' | 'ideas' | 'cases' | 'weight'>>(
  sorted: readonly T[],
  worth: (row: T) => number,
): (T & Pick<ParetoRow, 'share' | 'cumulative' | 'vital' | 'tied'>)[] {
  const total = sorted.reduce((sum, row) => sum + worth(row), 0)
  let before = 0
  let lastVital = Number.POSITIVE_INFINITY
  return sorted.map((row) => {
    const vital = before * 100 < ENOUGH_PERCENT * total
    if (vital) lastVital = worth(row)
    before += worth(row)
    return {
      ...row,
      share: worth(row) / total,
      cumulative: before / total,
      vital,
      tied: !vital && worth(row) === lastVital,
    }
  })
}
