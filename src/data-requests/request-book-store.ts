import { sql } from 'kysely'
import type { Tx } from '../platform/database/connection.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    data_request_books: { administration_id: string; year: number; last_number: number }
  }
}

/** Held until the transaction ends: who files at the same time waits, and no number is lost. */
export async function lockBook(tx: Tx, administrationId: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('data_request_books')
    .values({ administration_id: administrationId, year, last_number: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(['administration_id', 'year'])
        .doUpdateSet({ last_number: sql`data_request_books.last_number` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return row.last_number
}

export async function updateLastNumber(
  tx: Tx,
  administrationId: string,
  year: number,
  last: number,
): Promise<void> {
  await tx
    .updateTable('data_request_books')
    .set({ last_number: last })
    .where('administration_id', '=', administrationId)
    .where('year', '=', year)
    .execute()
}
