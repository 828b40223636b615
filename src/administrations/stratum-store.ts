import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { Level, Size, StratumRecord } from './stratum.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    administration_strata: {
      administration_id: string
      centre_id: string | null
      level: Level | null
      size: Size
      inhabitants: number | null
      valid_from: PlainDate
      source: string
    }
  }
}

/** Written down again for the same day, the newer words count. */
export async function insertStrata(
  tx: Tx,
  administrationId: string,
  records: readonly StratumRecord[],
): Promise<void> {
  if (records.length === 0) return
  await tx
    .insertInto('administration_strata')
    .values(
      records.map((record) => ({
        administration_id: administrationId,
        centre_id: record.centreId,
        level: record.level,
        size: record.size,
        inhabitants: record.inhabitants,
        valid_from: record.validFrom,
        source: record.source,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'centre_id', 'valid_from']).doUpdateSet((is) => ({
        level: is.ref('excluded.level'),
        size: is.ref('excluded.size'),
        inhabitants: is.ref('excluded.inhabitants'),
        source: is.ref('excluded.source'),
      })),
    )
    .execute()
}

/** Of all of these administrations, the newest first. */
export async function listStrata(
  db: Db,
  administrationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StratumRecord[]>> {
  if (administrationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('administration_strata')
    .selectAll()
    .where('administration_id', 'in', administrationIds)
    .orderBy('valid_from', 'desc')
    .orderBy('centre_id')
    .execute()
  return new Map(
    administrationIds.map((administrationId) => [
      administrationId,
      rows
        .filter((row) => row.administration_id === administrationId)
        .map((row) => ({
          centreId: row.centre_id,
          level: row.level,
          size: row.size,
          inhabitants: row.inhabitants,
          validFrom: row.valid_from,
          source: row.source,
        })),
    ]),
  )
}
