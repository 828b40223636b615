import type { Db } from '../../platform/database/connection.ts'
import './sheet-block-store.ts'

/** The sites for which sheets of paper were printed since an instant. */
export async function listSitesWithSheets(
  db: Db,
  administrationIds: readonly string[],
  since: Date,
): Promise<{ administrationId: string; centreId: string }[]> {
  const rows = await db
    .selectFrom('sheet_blocks')
    .select(['administration_id', 'centre_id'])
    .distinct()
    .where('administration_id', 'in', administrationIds)
    .where('printed_at', '>=', since)
    .execute()
  return rows.map((row) => ({ administrationId: row.administration_id, centreId: row.centre_id }))
}
