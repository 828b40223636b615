import { findTerm, STEPS, type RegimeFile, type Step, type TermRule } from '../../regimes/index.ts'

/** The terms of a version that are other ones in the next, for the kinds of both. */
export interface TermDifference {
  step: Step
  kind: string
  before: TermRule
  after: TermRule
}

export function termDifferences(now: RegimeFile, next: RegimeFile): TermDifference[] {
  const day = next.validFrom
  return STEPS.flatMap((step) =>
    now.kinds.flatMap(({ code: kind }) => {
      const [before, after] = [findTerm(now, step, kind, day), findTerm(next, step, kind, day)]
      if (!before || !after) return []
      const isSame = before.days === after.days && before.unit === after.unit
      return isSame ? [] : [{ step, kind, before, after }]
    }),
  )
}
