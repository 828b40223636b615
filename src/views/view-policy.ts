import type { BookRules } from '../administrations/index.ts'
import { holds, scopesOf, type Role, type Staff } from '../people/index.ts'
import { DESK_ROLES } from '../cases/index.ts'
import { OWN, type Readers, type SavedView } from './saved-view.ts'

const RESPONSIBLES: readonly Role[] = ['claims_manager', 'deputy_claims_manager']

/** Whom somebody may keep a view for: those beside whom they work; the responsible for everybody. */
export function possibleReaders(
  staff: Staff,
  { administration, centres, units }: BookRules,
): { readers: Readers; name: string | null }[] {
  const { administrationId } = administration
  const reaches = (place: { centreId?: string; unitId?: string }) =>
    holds(staff, RESPONSIBLES, { administrationId, ...place }) ||
    staff.grants.some(
      (grant) =>
        DESK_ROLES.includes(grant.role) &&
        grant.administrationId === administrationId &&
        ((place.centreId !== undefined && grant.centreId === place.centreId) ||
          (place.unitId !== undefined && grant.unitId === place.unitId)),
    )
  const everybody: Readers = { audience: 'administration', centreId: null, unitId: null }
  return [
    { readers: OWN, name: null },
    ...units
      .filter(({ unitId }) => reaches({ unitId }))
      .map(({ unitId, name }) => ({
        readers: { audience: 'unit' as const, centreId: null, unitId },
        name,
      })),
    ...centres
      .filter(({ centreId }) => reaches({ centreId }))
      .map(({ centreId, name }) => ({
        readers: { audience: 'centre' as const, centreId, unitId: null },
        name,
      })),
    ...(holds(staff, RESPONSIBLES, { administrationId }) ? [{ readers: everybody, name: null }] : []),
  ]
}

/** Its owner; what is shared also the responsible, so that it outlives whoever kept it. */
export function mayChange(
  staff: Staff,
  { ownerId, readers }: Pick<SavedView, 'ownerId' | 'readers'>,
  administrationId: string,
): boolean {
  if (ownerId === staff.accountId) return true
  return readers.audience !== 'own' && oversees(staff, administrationId)
}

/** Finds every shared view, whomever it is for. */
export function oversees(staff: Staff, administrationId: string): boolean {
  return holds(staff, RESPONSIBLES, { administrationId })
}

/** Who looks for views: themselves, and the centres and units where they work. */
export interface Finder {
  administrationId: string
  accountId: string
  centreIds: readonly string[]
  unitIds: readonly string[]
}

export function finderOf(staff: Staff, administrationId: string): Finder {
  const scopes = DESK_ROLES.flatMap((role) => scopesOf(staff, role)).filter(
    (scope) => scope.administrationId === administrationId,
  )
  return {
    administrationId,
    accountId: staff.accountId,
    centreIds: scopes.flatMap(({ centreId }) => centreId ?? []),
    unitIds: scopes.flatMap(({ unitId }) => unitId ?? []),
  }
}
