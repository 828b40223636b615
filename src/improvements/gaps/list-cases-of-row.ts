import { getAdministration } from '../../administrations/index.ts'
import { listCasesOfTroubles } from '../../analysis/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { findRow } from './gap-row-store.ts'
import { getGap } from './gap-store.ts'

/** The cases of the book that show the problem of a row: those who may be told what changed. */
export async function listCasesOfRow(
  db: Db,
  administrationId: string,
  gapRowId: string,
): Promise<string[]> {
  const row = await findRow(db, administrationId, gapRowId)
  if (!row) return []
  const { centreId, serviceId, periodFrom, periodUntil } = await getGap(
    db,
    administrationId,
    row.gapId,
  )
  const { timeZone } = await getAdministration(db, administrationId)
  const place = { administrationId, timeZone, centreId, serviceId }
  return listCasesOfTroubles(db, { ...place, from: periodFrom, until: periodUntil }, row.links)
}
