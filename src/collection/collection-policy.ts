import { holdsWithin, type Role, type Staff } from '../people/index.ts'
import type { ValidatedAs } from './document.ts'

/** Who writes the papers and keeps the calendar. */
export const keepers: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'analyst']

const heads: readonly Role[] = ['office_head', 'chief_administrator']
const evaluators: readonly Role[] = ['evaluator']

/** Who declares a version good. */
export const validators: readonly Role[] = [...heads, ...evaluators]

export const readers: readonly Role[] = [...keepers, ...validators, 'improvement_owner', 'auditor']

/** As what somebody may validate; whoever wrote a version does not validate it. */
export function validatesAs(
  staff: Staff,
  administrationId: string,
  { writtenBy }: { writtenBy: string },
): ValidatedAs[] {
  if (writtenBy === staff.accountId) return []
  return [
    ...(holdsWithin(staff, heads, administrationId) ? (['head'] as const) : []),
    ...(holdsWithin(staff, evaluators, administrationId) ? (['evaluator'] as const) : []),
  ]
}
