import type { Db, Tx } from '../platform/database/connection.ts'
import './case-tables.ts'

export interface Book {
  code: string
  year: number
  filings: number
  head: Buffer
}

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

export async function findBook(db: Db, administrationId: string): Promise<Book | null> {
  const row = await db
    .selectFrom('books')
    .select(['code', 'year', 'filings', 'head'])
    .where('administration_id', '=', administrationId)
    .executeTakeFirst()
  return row ?? null
}
