import type { PlainDate } from '../platform/dates.ts'
import { fitsPart, isOfInstallation, roles, type Role } from './roles.ts'
import { holds, type Grant, type Staff } from './staff-policy.ts'

/** Who gives or takes: the account and what it holds today. */
type Holder = Pick<Staff, 'accountId' | 'grants'>

const rolesOfTheBook = ['site_officer', 'office_head', 'unit_handler', 'unit_head'] as const

/**
 * Who appoints whom. The head of the administration appoints those responsible for the book, they
 * keep its desks manned, and the administrator of the system sets up everything.
 */
const appoints: Partial<Record<Role, readonly Role[]>> = {
  system_admin: roles,
  chief_administrator: [
    ...rolesOfTheBook,
    'claims_manager',
    'deputy_claims_manager',
    'analyst',
    'improvement_owner',
    'evaluator',
  ],
  claims_manager: rolesOfTheBook,
  deputy_claims_manager: rolesOfTheBook,
}

export const appointingRoles = Object.keys(appoints) as readonly Role[]

/** The roles that the person may give or take in an administration. */
export function grantableRoles(staff: Holder, administrationId: string): readonly Role[] {
  const held = appointingRoles.filter((role) => holds(staff, [role], { administrationId }))
  return roles.filter((role) => held.some((own) => appoints[own]?.includes(role)))
}

/** Nobody gives anything to themselves, not even the administrator of the system. */
export function mayGrant(staff: Holder, accountId: string, grant: Grant): boolean {
  if (staff.accountId === accountId || !isWellPlaced(grant)) return false
  if (grant.administrationId === null) return holdsInstallation(staff)
  return grantableRoles(staff, grant.administrationId).includes(grant.role)
}

/** Whoever may give a role may take it away, their own included. */
export function mayRevoke(staff: Holder, accountId: string, grant: Grant): boolean {
  if (staff.accountId === accountId) return true
  if (grant.administrationId === null) return holdsInstallation(staff)
  return grantableRoles(staff, grant.administrationId).includes(grant.role)
}

/** The role makes sense where it is given. */
export function isWellPlaced({ role, administrationId, centreId, unitId }: Grant): boolean {
  if (isOfInstallation(role)) return administrationId === null && !centreId && !unitId
  if (administrationId === null || (centreId && unitId)) return false
  return fitsPart(role, centreId ? 'centre' : unitId ? 'unit' : null)
}

function holdsInstallation(staff: Holder): boolean {
  return staff.grants.some(
    (grant) => isOfInstallation(grant.role) && grant.administrationId === null,
  )
}

export function isSameGrant(one: Grant, other: Grant): boolean {
  return (
    one.role === other.role &&
    one.administrationId === other.administrationId &&
    one.centreId === other.centreId &&
    one.unitId === other.unitId
  )
}

/** A grant that opens something today or will later. */
export function isStanding(
  grant: { revoked: boolean; validUntil: PlainDate | null },
  day: PlainDate,
): boolean {
  return !grant.revoked && (grant.validUntil === null || grant.validUntil >= day)
}

/**
 * Closing an account or giving it a new password reaches everything that it opens: only whoever
 * could take away all of its roles may do so, and nobody to their own.
 */
export function mayManageAccount(
  staff: Staff,
  accountId: string,
  standing: readonly Grant[],
): boolean {
  if (staff.accountId === accountId) return false
  return standing.every((grant) => mayRevoke(staff, accountId, grant))
}
