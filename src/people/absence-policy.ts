import { appointingRoles } from './grant-policy.ts'
import { holds, type Grant, type Staff } from './staff-policy.ts'

/** One's own; those of all for whoever mans the desks; those of the centre or unit for its head. */
export function mayRecordAbsence(
  staff: Staff,
  administrationId: string,
  of: { accountId: string; grants: readonly Grant[] },
): boolean {
  if (staff.accountId === of.accountId) return true
  if (holds(staff, appointingRoles, { administrationId })) return true
  return of.grants.some(
    (grant) =>
      grant.administrationId === administrationId &&
      ((grant.centreId !== null && holds(staff, ['office_head'], { ...grant, administrationId })) ||
        (grant.unitId !== null && holds(staff, ['unit_head'], { ...grant, administrationId }))),
  )
}
