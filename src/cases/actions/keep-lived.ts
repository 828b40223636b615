import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { CannotStart } from '../../platform/errors.ts'
import { insertLived, lockBook } from '../lived/lived-store.ts'
import type { LivedCase } from '../lived/paper-case.ts'

/** Takes lives into a book, in the order of their filing and never before one that is there. */
export async function keepLived(
  db: Db,
  administrationId: string,
  lives: readonly LivedCase[],
): Promise<void> {
  const [first] = lives
  if (!first) return
  await inTransaction(db, async (tx) => {
    const book = await lockBook(tx, administrationId)
    if (book.filings > 0 && book.year > first.filing.year) {
      throw new CannotStart('The book has filings of a later year; years are filled in order.')
    }
    await insertLived(tx, book, lives)
  })
}
