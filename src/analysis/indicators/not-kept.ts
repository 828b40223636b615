import type { Figure, FigureQuestion } from './figure.ts'
import { CATALOGUE } from './formulas/catalogue.ts'
import type { Need } from './formulas/indicator.ts'
import { isAsked } from './question.ts'

/** What the book does not keep or another room tells; an indicator that needs it is listed, and says so. */
const NOT_KEPT: readonly Need[] = ['improvements', 'answer_samples']

export function notKept(question: FigureQuestion): Figure[] {
  if (question.breakdown !== undefined) return []
  return CATALOGUE.filter(
    ({ id, needs }) => isAsked(question, id) && needs.some((need) => NOT_KEPT.includes(need)),
  ).map(({ id, unit }) => ({
    indicator: id,
    measure: unit,
    kind: null,
    member: null,
    value: null,
    n: 0,
    interval: null,
    missing: 'not_kept',
  }))
}
