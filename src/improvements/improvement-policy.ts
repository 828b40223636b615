import { holds, type Role, type Staff } from '../people/index.ts'
import type { ImprovementPlace } from './improvement-place.ts'

/** Who finds gaps, plans and follows: in the place where the role is held. */
export const improvers: readonly Role[] = ['improvement_owner', 'office_head']

/** Who helps with what the whole administration owes; not the projects of a centre. */
export const bookKeepers: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'analyst']

/** Who decides on resources, and so on projects. */
export const approvers: readonly Role[] = ['chief_administrator']

export const evaluators: readonly Role[] = ['evaluator']

export const improvementReaders: readonly Role[] = [
  ...improvers,
  ...bookKeepers,
  ...approvers,
  ...evaluators,
  'auditor',
]

/** A role of a centre does not reach what belongs to all of them. */
export function mayImprove(staff: Staff, place: ImprovementPlace): boolean {
  return holds(staff, improvers, place)
}
