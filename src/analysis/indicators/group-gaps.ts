import type { GroupTally } from '../../surveys/index.ts'
import type { Worth } from './formulas/indicator.ts'

/** Below this no group is compared with another (domain 11.1). */
export const ENOUGH_FOR_A_GAP = 30

export interface GroupGap {
  /** What the groups differ in, such as their age. */
  segment: string
  gap: Worth
}

/** How far the most satisfied group is from the least, among groups large enough to compare. */
export function groupGaps(groups: readonly GroupTally[]): GroupGap[] {
  return [...new Set(groups.map(({ segment }) => segment))].map((segment) => {
    const compared = groups.filter((each) => each.segment === segment && each.n >= ENOUGH_FOR_A_GAP)
    const shares = compared.map(({ satisfied, n }) => satisfied / n)
    const n = compared.reduce((sum, each) => sum + each.n, 0)
    const measure = 'satisfaction_gap'
    if (shares.length < 2) return { segment, gap: { measure, value: null, n, missing: 'no_cases' } }
    return { segment, gap: { measure, value: Math.max(...shares) - Math.min(...shares), n } }
  })
}
