import type { Db } from '../../platform/database/connection.ts'
import './device-tables.ts'

export interface Site {
  administrationId: string
  centreId: string
}

/** The sites of which a tablet in use was in touch since an instant. */
export async function listSitesInTouch(
  db: Db,
  administrationIds: readonly string[],
  since: Date,
): Promise<Site[]> {
  const rows = await db
    .selectFrom('devices')
    .select(['administration_id', 'centre_id'])
    .distinct()
    .where('administration_id', 'in', administrationIds)
    .where('switched_off_at', 'is', null)
    .where('last_contact_at', '>=', since)
    .execute()
  return rows.map((row) => ({ administrationId: row.administration_id, centreId: row.centre_id }))
}
