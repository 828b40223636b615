import type { Desk, Organisation } from './routing-rule.ts'

export interface Place {
  desk: Desk
  unitId: string | null
}

/**
 * Where a case goes when it names whoever heads the place where it would lie: up from unit to unit,
 * and in the end to the responsible of the book. Who is responsible and named is left out by their
 * account, and the alternate decides.
 */
export function placeWithoutConflict(
  place: Place,
  centreId: string,
  excluded: ReadonlySet<string>,
  organisation: Organisation,
): Place {
  const unitId = unitWithoutConflict(place.unitId, excluded, organisation)
  if (place.desk === 'unit' && unitId === null) return { desk: 'claims_manager', unitId }
  if (place.desk === 'centre' && isHeaded(organisation.centreHeads, centreId, excluded))
    return { desk: 'claims_manager', unitId }
  return { desk: place.desk, unitId }
}

function unitWithoutConflict(
  unitId: string | null,
  excluded: ReadonlySet<string>,
  organisation: Organisation,
): string | null {
  const tried = new Set<string>()
  let unit = unitId
  while (unit !== null && !tried.has(unit) && isHeaded(organisation.unitHeads, unit, excluded)) {
    tried.add(unit)
    unit = organisation.unitParents.get(unit) ?? null
  }
  return unit !== null && tried.has(unit) ? null : unit
}

function isHeaded(
  heads: ReadonlyMap<string, readonly string[]>,
  id: string,
  excluded: ReadonlySet<string>,
): boolean {
  return (heads.get(id) ?? []).some((accountId) => excluded.has(accountId))
}
