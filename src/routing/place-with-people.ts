import type { MannedPlaces } from '../people/index.ts'
import type { Place } from './next-authority.ts'
import type { RoutingDecision } from './routing-rule.ts'

/** Where nobody would take it in, the responsible of the book does; the unit stays as the one suggested. */
export function withPeople(decision: RoutingDecision, manned: boolean): RoutingDecision {
  if (manned) return decision
  return { ...decision, desk: 'claims_manager', assignAtOnce: false, nobodyThere: true }
}

export function hasPeople(
  { desk, unitId }: Place,
  centreId: string,
  { unitIds, centreIds }: MannedPlaces,
): boolean {
  if (desk === 'unit') return unitId !== null && unitIds.has(unitId)
  return desk !== 'centre' || centreIds.has(centreId)
}
