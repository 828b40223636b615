import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { DeviceFiling } from './device-filing.ts'
import type { Reason } from './set-aside.ts'
import { filingFromRow } from './device-filing-row.ts'

export async function updateSetAside(db: Db, filing: DeviceFiling, reason: Reason): Promise<void> {
  await db
    .updateTable('device_filings')
    .set({ outcome: 'set_aside', reason })
    .where('administration_id', '=', filing.administrationId)
    .where('item_id', '=', filing.itemId)
    .where('outcome', '=', 'received')
    .execute()
}

/** False: somebody was faster. */
export async function updateDismissed(
  tx: Tx,
  filing: DeviceFiling,
  { by, at, why }: { by: string; at: Date; why: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('device_filings')
    .set({ outcome: 'dismissed', sealed: null, settled_at: at, settled_by: by, dismissal: why })
    .where('administration_id', '=', filing.administrationId)
    .where('item_id', '=', filing.itemId)
    .where('outcome', '=', 'set_aside')
    .executeTakeFirst()
  return numUpdatedRows > 0
}

export type AsidePlace = Pick<DeviceFiling, 'handedOverAt' | 'itemId'>

/** In the order in which people handed them over, from after a place in that order. */
export async function listSetAside(
  db: Db,
  administrationId: string,
  page: { deviceIds: readonly string[]; after: AsidePlace | null; limit: number },
): Promise<DeviceFiling[]> {
  const { deviceIds, after, limit } = page
  const all = db
    .selectFrom('device_filings')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('device_id', '=', sql<string>`any (${[...deviceIds]}::uuid[])`)
    .where('outcome', '=', 'set_aside')
    .orderBy('handed_over_at')
    .orderBy('item_id')
    .limit(limit)
  const place = after && sql`(${after.handedOverAt}::timestamptz, ${after.itemId}::uuid)`
  const rows = await (
    place ? all.where(sql<boolean>`(handed_over_at, item_id) > ${place}`) : all
  ).execute()
  return rows.map(filingFromRow)
}

export async function countSetAside(
  db: Db,
  administrationId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('device_filings')
    .select((row) => ['device_id', row.fn.countAll<number>().as('count')])
    .where('administration_id', '=', administrationId)
    .where('outcome', '=', 'set_aside')
    .groupBy('device_id')
    .execute()
  return new Map(rows.map(({ device_id, count }) => [device_id, count]))
}
