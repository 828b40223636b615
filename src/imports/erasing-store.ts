import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'

/** Takes words, row and salt out; what the row promised stays. False: they were taken out before. */
export async function updateErased(
  tx: Tx,
  administrationId: string,
  legacyId: string,
  today: PlainDate,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('legacy_cases')
    .set({ body: '', cells: null, salt: null, erased_on: today })
    .where('administration_id', '=', administrationId)
    .where('legacy_id', '=', legacyId)
    .where('erased_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Those of these whose words are gone: whoever copied them forgets them too. */
export async function listErasedLegacyCases(
  db: Db,
  administrationId: string,
  legacyIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ legacy_id: string }>`
    select legacy_id from legacy_cases
    where administration_id = ${administrationId} and legacy_id = any(${[...legacyIds]}::uuid[])
      and erased_on is not null`.execute(db)
  return rows.map(({ legacy_id }) => legacy_id)
}
