import { holds, holdsWithin, type Role, type Staff } from '../../people/index.ts'
import type { ImprovementPlace } from '../improvement-place.ts'
import { bookKeepers, evaluators, improvementReaders, improvers } from '../improvement-policy.ts'
import type { EvaluationKind } from './evaluation.ts'

export const readers: readonly Role[] = [...improvementReaders, 'system_admin']

/** Who writes the model of the administration; it is nobody's of one centre alone. */
export const modelKeepers: readonly Role[] = ['system_admin', ...evaluators]

export const evaluating: Readonly<Record<EvaluationKind, readonly Role[]>> = {
  self: improvers,
  visit: evaluators,
}

/** Who adds what shows something and says who owes what is missing. */
export const fillers: readonly Role[] = [...improvers, ...bookKeepers, ...evaluators]

export function mayEvaluate(staff: Staff, kind: EvaluationKind, place: ImprovementPlace): boolean {
  return holds(staff, evaluating[kind], place)
}

export function mayFill(staff: Staff, place: ImprovementPlace): boolean {
  return holds(staff, fillers, place)
}

export function mayKeepModel(staff: Staff, administrationId: string): boolean {
  return (
    holds(staff, evaluators, { administrationId, centreId: null }) ||
    holdsWithin(staff, ['system_admin'], administrationId)
  )
}
