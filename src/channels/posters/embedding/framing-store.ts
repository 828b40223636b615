import type { Db, Tx } from '../../../platform/database/connection.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    framing_origins: {
      administration_id: string
      origin: string
      added_at: Date
      added_by: string
    }
  }
}

export async function listOrigins(db: Db, administrationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('framing_origins')
    .select('origin')
    .where('administration_id', '=', administrationId)
    .orderBy('origin')
    .execute()
  return rows.map(({ origin }) => origin)
}

/** False when it was there already. */
export async function insertOrigin(
  tx: Tx,
  administrationId: string,
  origin: string,
  by: { accountId: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('framing_origins')
    .values({
      administration_id: administrationId,
      origin,
      added_at: by.at,
      added_by: by.accountId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}

/** False when it was not there. */
export async function deleteOrigin(
  tx: Tx,
  administrationId: string,
  origin: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('framing_origins')
    .where('administration_id', '=', administrationId)
    .where('origin', '=', origin)
    .executeTakeFirst()
  return Number(numDeletedRows) > 0
}
