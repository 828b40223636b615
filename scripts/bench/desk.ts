import { sql } from 'kysely'
import { copyCases } from './desk/copy-cases.ts'
import { openKeptBook, openLivedBook, type LivedBook } from './lived-book.ts'
import { lookInTurn, type SizedBook, type View } from './look-in-turn.ts'
import { say } from './telling.ts'

const SIZES = ['10000', '100000', '1000000']
/** Really lived in each book; the others are copies of their rows. */
const LIVED = 2500
const DESK = '/personal/demo/casos'

const VIEWS: readonly View[] = [
  { account: 'responsable', name: 'the desk', address: () => DESK },
  { account: 'responsable', name: 'the day', address: () => '/personal/demo/mi-dia' },
  { account: 'responsable', name: 'who has how much', address: () => '/personal/demo/carga' },
  { account: 'responsable', name: 'all that is open', address: () => `${DESK}?vista=open` },
  { account: 'responsable', name: 'the whole book', address: () => `${DESK}?vista=all` },
  { account: 'jefatura', name: 'the desk of a centre', address: () => DESK },
  { account: 'responsable', name: 'a search for one word', address: () => searchFor('ventanilla') },
  {
    account: 'responsable',
    name: 'a search for a number',
    address: async (book) => searchFor(await someCase(book)),
  },
  {
    account: 'responsable',
    name: 'a case',
    address: async (book) => `${DESK}/${await someCase(book)}`,
  },
]

/**
 * Lists, searches and the page of a case in books of several sizes: a number is a book filled up with copies, a
 * folder of data is a book that was seeded before, of lives alone.
 */
export async function benchDesk(args: readonly string[]): Promise<void> {
  const books: SizedBook[] = []
  try {
    for (const arg of args.length > 0 ? args : SIZES) books.push(await openBook(arg))
    await lookInTurn(books, VIEWS)
  } finally {
    for (const { book } of books) await book.close()
  }
}

async function openBook(sizeOrFolder: string): Promise<SizedBook> {
  if (!/^\d+$/.test(sizeOrFolder)) {
    const book = await openKeptBook(sizeOrFolder)
    const size = await countCases(book)
    say(`${size} cases stand in ${sizeOrFolder}`)
    return { size, book }
  }
  const size = Number(sizeOrFolder)
  say(`${LIVED} cases are lived; the others, up to ${size}, are copies of their rows`)
  const book = await openLivedBook(LIVED)
  await copyCases(book, Math.round(size / LIVED) - 1)
  return { size, book }
}

async function countCases({ system, administrationId }: LivedBook): Promise<number> {
  const { rows } = await sql<{ cases: string }>`select filings as cases from books
    where administration_id = ${administrationId}`.execute(system.db)
  return Number(rows[0]?.cases ?? 0)
}

function searchFor(text: string): string {
  return `${DESK}?${new URLSearchParams({ vista: 'all', buscar: text }).toString()}`
}

/** In the middle of the book. */
async function someCase({ system, administrationId }: LivedBook): Promise<string> {
  const { rows } = await sql<{ caseNumber: string }>`select case_number as "caseNumber" from filings
    where administration_id = ${administrationId} and position = ${LIVED / 2}`.execute(system.db)
  const [found] = rows
  if (!found) throw new Error('the book is empty')
  return found.caseNumber
}
