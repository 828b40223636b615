import { holds, type Role, type Staff } from '../../people/index.ts'

/** Who gathers texts, cuts them and keeps the frame. */
export const keepers: readonly Role[] = ['analyst']

/** Who codes: where there is one analyst, the responsible of the book is the second coder. */
export const coders: readonly Role[] = [...keepers, 'claims_manager', 'deputy_claims_manager']

export const readers: readonly Role[] = [...coders, 'improvement_owner', 'auditor']

/** Texts come from all of an administration: a role in a part of it does not reach them. */
export function reachesWords(
  staff: Staff,
  roles: readonly Role[],
  administrationId: string,
): boolean {
  return holds(staff, roles, { administrationId, centreId: null, unitId: null })
}
