import type { Role } from './roles.ts'

/** A role in a place. Without centre or unit it covers the administration; without that, everything. */
export interface Grant {
  role: Role
  administrationId: string | null
  centreId: string | null
  unitId: string | null
}

/** An administration in which a person has something to do. */
export interface Workplace {
  administrationId: string
  slug: string
  name: string
  timeZone: string
  /** Of the rules of its book, as they stand. */
  revision: number
}

/** Who is at work: the account and the grants that are valid today. */
export interface Staff {
  accountId: string
  name: string
  email: string
  language: string
  grants: readonly Grant[]
  workplaces: readonly Workplace[]
}

export interface Place {
  administrationId: string
  centreId?: string | null
  unitId?: string | null
}

export type Scope = Omit<Grant, 'role'>

/** Whether one of the roles is held for this very place: a centre's role does not reach the whole. */
export function holds(staff: Pick<Staff, 'grants'>, roles: readonly Role[], place: Place): boolean {
  return staff.grants.some((grant) => roles.includes(grant.role) && covers(grant, place))
}

function covers(scope: Scope, place: Place): boolean {
  return (
    (scope.administrationId === null || scope.administrationId === place.administrationId) &&
    (scope.centreId === null || scope.centreId === place.centreId) &&
    (scope.unitId === null || scope.unitId === place.unitId)
  )
}

/** Whether one of the roles is held anywhere in the administration. No roles: anything at all. */
export function holdsWithin(
  staff: Staff,
  roles: readonly Role[],
  administrationId: string,
): boolean {
  return staff.grants.some(
    (grant) =>
      (roles.length === 0 || roles.includes(grant.role)) &&
      (grant.administrationId === null || grant.administrationId === administrationId),
  )
}

/** Where the role is held: what lists and searches are limited to. */
export function scopesOf(staff: Staff, role: Role): readonly Scope[] {
  return staff.grants
    .filter((grant) => grant.role === role)
    .map(({ administrationId, centreId, unitId }) => ({ administrationId, centreId, unitId }))
}
