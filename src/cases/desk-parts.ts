import { scopesOf, type Role } from '../people/index.ts'
import { READERS, RESPONSIBLES, UNIT_MEMBERS, type CaseViewer } from './case-policy.ts'

/** Places of one shape; null: wherever that is. A list of each is as quick to look through as one. */
export interface DeskPart {
  centreIds: readonly string[] | null
  unitIds: readonly string[] | null
  /** Cases of a unit only, whichever. */
  ofUnits: boolean
  /** What is restricted too. */
  restricted: boolean
}

/**
 * What a viewer sees beside what they have in hand themselves, as few parts that an index each can look
 * through; a case may lie in several. `visibleTo` says the same as one condition.
 */
export function deskParts(viewer: CaseViewer): DeskPart[] {
  const parts = [
    ...partsOver(viewer, RESPONSIBLES, { ofUnits: false, restricted: true }),
    ...partsOver(viewer, READERS, { ofUnits: false, restricted: false }),
    ...partsOver(viewer, UNIT_MEMBERS, { ofUnits: true, restricted: false }),
  ]
  // whoever sees the whole book needs no part of it
  return parts.some(isWhole) ? parts.filter(isWhole).slice(0, 1) : parts
}

function isWhole({ centreIds, unitIds, ofUnits, restricted }: DeskPart): boolean {
  return centreIds === null && unitIds === null && !ofUnits && restricted
}

function partsOver(
  { staff, administrationId }: CaseViewer,
  roles: readonly Role[],
  seen: Pick<DeskPart, 'ofUnits' | 'restricted'>,
): DeskPart[] {
  const scopes = roles
    .flatMap((role) => scopesOf(staff, role))
    .filter(
      (scope) => scope.administrationId === null || scope.administrationId === administrationId,
    )
  const everywhere = scopes.filter(({ centreId, unitId }) => centreId === null && unitId === null)
  if (everywhere.length > 0) return [{ ...seen, centreIds: null, unitIds: null }]
  const centreIds = scopes.flatMap(({ centreId, unitId }) =>
    centreId !== null && unitId === null ? [centreId] : [],
  )
  const unitIds = scopes.flatMap(({ centreId, unitId }) =>
    unitId !== null && centreId === null ? [unitId] : [],
  )
  const both = scopes.flatMap(({ centreId, unitId }) =>
    centreId !== null && unitId !== null ? [{ centreIds: [centreId], unitIds: [unitId] }] : [],
  )
  return [
    ...(centreIds.length > 0 ? [{ ...seen, centreIds, unitIds: null }] : []),
    ...(unitIds.length > 0 ? [{ ...seen, centreIds: null, unitIds }] : []),
    ...both.map((places) => ({ ...seen, ...places })),
  ]
}
