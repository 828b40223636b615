import { listContacts, listHolders, type Contact, type Role } from '../../../people/index.ts'
import type { Db } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { ImprovementPlace } from '../../improvement-place.ts'

const OWNERS: readonly Role[] = [
  'improvement_owner',
  'office_head',
  'site_officer',
  'claims_manager',
  'deputy_claims_manager',
  'analyst',
  'chief_administrator',
]

/** Who may be given something to do in a place, today. */
export async function listOwners(
  db: Db,
  place: ImprovementPlace,
  today: PlainDate,
): Promise<Contact[]> {
  return listContacts(db, await listHolders(db, OWNERS, place, today))
}
