import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { NumberedLives } from './number-lives.ts'
import type { LivedLines } from './lived-lines.ts'

/** Where a book stands, as its next filings continue it. */
export interface BookHead {
  administrationId: string
  code: string
  year: number
  lastNumber: number
  filings: number
  head: Buffer
}

/** A connection that writes lives into one book. */
export interface LivedLoader {
  /** One transaction: the book is held, nobody files meanwhile, and all is there or nothing. */
  write(lives: LivedLines, number: (book: BookHead) => NumberedLives): Promise<void>
  close(): Promise<void>
}

export async function openLivedLoader(
  databaseUrl: string,
  administrationId: string,
): Promise<LivedLoader> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'libro-seed' })
  await client.connect()
  // the row keeps only what is found by, and so the words wait beside it
  await client.query(`create temporary table lived_cases as select * from cases with no data`)
  await client.query(`alter table lived_cases add column said text`)
  return {
    async write(lives, number) {
      await client.query('begin')
      try {
        const numbered = number(await lockBook(client, administrationId))
        await writeCases(client, lives, numbered)
        await copy(client, numbered.filings.table, numbered.filings.columns, [
          numbered.filings.lines,
        ])
        for (const { table, columns, lines } of lives.tables) {
          await copy(client, table, columns, [lines])
        }
        await updateBook(client, numbered.book)
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
    },
    close: () => client.end(),
  }
}

async function lockBook(client: pg.Client, administrationId: string): Promise<BookHead> {
  const { rows } = await client.query<Omit<BookHead, 'filings'> & { filings: string }>(
    `select administration_id as "administrationId", code, year, last_number as "lastNumber",
       filings, head
     from books where administration_id = $1 for update`,
    [administrationId],
  )
  const [book] = rows
  if (!book) throw new Error('the administration has no book')
  return { ...book, filings: Number(book.filings) }
}

async function writeCases(client: pg.Client, lives: LivedLines, { caseNumbers }: NumberedLives) {
  const columns = ['case_number', ...lives.caseColumns]
  await copy(
    client,
    'lived_cases',
    [...columns, 'said'],
    lives.caseLines.map((line, index) => `${caseNumbers[index] ?? ''}\t${line}`),
  )
  const names = listOf(columns)
  await client.query(
    `insert into cases (${names}, search) select ${names}, to_tsvector('libro_es', said) from lived_cases`,
  )
  await client.query('truncate lived_cases')
}

async function copy(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  lines: readonly (string | Uint8Array)[],
): Promise<void> {
  const into = client.query(copyFrom(`copy ${table} (${listOf(columns)}) from stdin`))
  const done = once(into, 'finish')
  for (const part of lines) {
    if (!into.write(part)) await Promise.race([once(into, 'drain'), done])
  }
  into.end()
  await done
}

async function updateBook(client: pg.Client, book: BookHead): Promise<void> {
  await client.query(
    `update books set year = $2, last_number = $3, filings = $4, head = $5 where administration_id = $1`,
    [book.administrationId, book.year, book.lastNumber, book.filings, book.head],
  )
}

function listOf(columns: readonly string[]): string {
  return columns.map((name) => pg.escapeIdentifier(name)).join(', ')
}
