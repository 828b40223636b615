import type { Tx } from '../platform/database/connection.ts'
import './case-tables.ts'

/** An administration's book, empty: the first filing of the year gets number 1. */
export async function insertBook(
  tx: Tx,
  book: { administrationId: string; code: string; year: number },
): Promise<void> {
  await tx
    .insertInto('books')
    .values({
      administration_id: book.administrationId,
      code: book.code,
      year: book.year,
      last_number: 0,
      filings: 0,
      head: Buffer.alloc(32),
    })
    .execute()
}
