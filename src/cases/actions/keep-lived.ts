import { CannotStart } from '../../platform/errors.ts'
import { writeLives, type LivedLines } from '../lived/lived-lines.ts'
import { openLivedLoader, type BookHead, type LivedLoader } from '../lived/lived-store.ts'
import { numberLives, type NumberedLives } from '../lived/number-lives.ts'
import type { LivedCase } from '../lived/paper-case.ts'

/** Takes lives into a book, in the order of their filing and never before one that is there. */
export async function keepLived(
  databaseUrl: string,
  administrationId: string,
  lives: readonly LivedCase[],
): Promise<void> {
  const loader = await openLivedLoader(databaseUrl, administrationId)
  try {
    await keepLines(loader, writeLives(lives))
  } finally {
    await loader.close()
  }
}

/** The same, of lives that were written out elsewhere, one batch after the other. */
export async function keepLines(loader: LivedLoader, lives: LivedLines): Promise<void> {
  if (lives.filings.length === 0) return
  await loader.write(lives, (book) => numberInOrder(book, lives))
}

function numberInOrder(book: BookHead, { filings }: LivedLines): NumberedLives {
  const [first] = filings
  if (first && book.filings > 0 && book.year > first.year) {
    throw new CannotStart('The book has filings of a later year; years are filled in order.')
  }
  return numberLives(book, filings)
}
