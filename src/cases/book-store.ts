import { appendSeal, type BookSeal } from '../ledger/index.ts'
import { NotFound } from '../platform/errors.ts'
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

/** Chains what was sealed as a whole; it takes a place among the filings and none of their numbers. */
export async function chainSeal(
  tx: Tx,
  administrationId: string,
  sealed: Omit<BookSeal, 'position'> & { id: string },
): Promise<void> {
  const book = await tx
    .selectFrom('books')
    .select(['filings', 'head'])
    .where('administration_id', '=', administrationId)
    .forUpdate()
    .executeTakeFirst()
  if (!book) throw new NotFound()
  const position = Number(book.filings) + 1
  const head = await appendSeal(tx, { ...sealed, administrationId, position }, book.head)
  await tx
    .updateTable('books')
    .set({ filings: position, head })
    .where('administration_id', '=', administrationId)
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
