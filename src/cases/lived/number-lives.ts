import { hashFiling } from '../../ledger/index.ts'
import { copyLine } from '../../platform/database/copy-text.ts'
import type { LivedFiling, TableLines } from './lived-lines.ts'
import type { BookHead } from './lived-store.ts'

/** Lives with their numbers and links, and the book as they leave it. */
export interface NumberedLives {
  caseNumbers: readonly string[]
  filings: TableLines
  book: BookHead
}

const COLUMNS = [
  'administration_id',
  'position',
  'case_id',
  'case_number',
  'registered_at',
  'event_hash',
  'previous_hash',
  'hash',
]

/** In the order of their filing, each chained to the one before. */
export function numberLives(book: BookHead, filings: readonly LivedFiling[]): NumberedLives {
  let { lastNumber, filings: position, head } = book
  // an empty book begins with whatever year its first filing is of
  let year = position === 0 ? (filings[0]?.year ?? book.year) : book.year
  const caseNumbers: string[] = []
  let lines = ''
  for (const filing of filings) {
    lastNumber = filing.year > year ? 1 : lastNumber + 1
    year = Math.max(year, filing.year)
    position += 1
    const caseNumber = `${book.code}-${year}-${String(lastNumber).padStart(6, '0')}`
    const { registeredAt } = filing
    const eventHash = Buffer.from(filing.eventHash, 'hex')
    const previous = head
    head = hashFiling({ position, caseNumber, registeredAt, eventHash }, previous)
    lines += copyLine([
      book.administrationId,
      position,
      filing.caseId,
      caseNumber,
      registeredAt,
      eventHash,
      previous,
      head,
    ])
    caseNumbers.push(caseNumber)
  }
  return {
    caseNumbers,
    filings: { table: 'filings', columns: COLUMNS, lines: new TextEncoder().encode(lines) },
    book: { ...book, year, lastNumber, filings: position, head },
  }
}
