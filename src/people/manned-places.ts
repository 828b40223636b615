import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { listGrantsWithin, listHolders } from './grant-store.ts'
import type { Role } from './roles.ts'

/** Where somebody holds the roles that take cases in. */
export interface MannedPlaces {
  unitIds: ReadonlySet<string>
  centreIds: ReadonlySet<string>
  /** Somebody answers for the whole book. */
  responsible: boolean
}

const OF_UNITS: readonly Role[] = ['unit_handler', 'unit_head']
const OF_CENTRES: readonly Role[] = ['office_head']
const OF_THE_BOOK: readonly Role[] = ['claims_manager', 'deputy_claims_manager']

export async function listMannedPlaces(
  db: Db,
  administrationId: string,
  day: PlainDate,
): Promise<MannedPlaces> {
  const grants = await listGrantsWithin(db, administrationId, day)
  const held = (roles: readonly Role[]) => grants.filter(({ role }) => roles.includes(role))
  return {
    unitIds: new Set(held(OF_UNITS).flatMap(({ unitId }) => unitId ?? [])),
    centreIds: new Set(held(OF_CENTRES).flatMap(({ centreId }) => centreId ?? [])),
    responsible: held(OF_THE_BOOK).length > 0,
  }
}

/** Whether somebody takes in what comes to this unit or, where none is named, to this centre. */
export async function isManned(
  db: Db,
  administrationId: string,
  place: { unitId: string } | { centreId: string },
  day: PlainDate,
): Promise<boolean> {
  const roles = 'unitId' in place ? OF_UNITS : OF_CENTRES
  return (await listHolders(db, roles, { administrationId, ...place }, day)).length > 0
}
