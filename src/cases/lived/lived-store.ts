import { sql, type RawBuilder } from 'kysely'
import { insertClocks } from '../../deadlines/index.ts'
import { hashFiling } from '../../ledger/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { LivedCase } from './paper-case.ts'

/** Where a book stands, as its next filings continue it. */
export interface BookHead {
  administrationId: string
  code: string
  year: number
  lastNumber: number
  filings: number
  head: Buffer
}

/** Held until the transaction ends: nobody files meanwhile. */
export async function lockBook(tx: Tx, administrationId: string): Promise<BookHead> {
  const row = await tx
    .selectFrom('books')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { code, year, last_number: lastNumber, head } = row
  return { administrationId, code, year, lastNumber, filings: Number(row.filings), head }
}

/** Writes lives in the order of their filing: each gets its number and its link in the chain of the book. */
export async function insertLived(
  tx: Tx,
  book: BookHead,
  lives: readonly LivedCase[],
): Promise<void> {
  const numbered = chain(book, lives)
  const caseRows = numbered.map(({ life, caseNumber }) => ({
    ...life.row,
    case_number: caseNumber,
  }))
  await insertCases(tx, caseRows, lives)
  await insertRows(
    tx,
    'case_people',
    lives.flatMap(({ filing }) => filing.person ?? []),
  )
  await insertRows(
    tx,
    'case_contents',
    lives.flatMap(({ contents }) => [...contents]),
  )
  await insertRows(
    tx,
    'answers',
    lives.flatMap(({ answers }) => [...answers]),
  )
  await insertRows(
    tx,
    'deliveries',
    lives.flatMap(({ deliveries }) => [...deliveries]),
  )
  await insertRows(
    tx,
    'case_ratings',
    lives.flatMap(({ rating }) => rating ?? []),
  )
  await insertRows(
    tx,
    'filings',
    numbered.map(({ link }) => link),
  )
  await insertRows(tx, 'case_events', lives.flatMap(eventRows))
  const clocks = lives.flatMap(({ clocks: own }) => [...own])
  if (clocks.length > 0) await insertClocks(clocks).execute(tx)
  await updateBook(tx, book, numbered)
}

interface Numbered {
  life: LivedCase
  caseNumber: string
  year: number
  number: number
  link: Record<string, unknown> & { hash: Buffer }
}

function chain(book: BookHead, lives: readonly LivedCase[]): Numbered[] {
  let { lastNumber: number, filings: position, head } = book
  // an empty book begins with whatever year its first filing is of
  let year = position === 0 ? (lives[0]?.filing.year ?? book.year) : book.year
  return lives.map((life) => {
    number = life.filing.year > year ? 1 : number + 1
    year = Math.max(year, life.filing.year)
    position += 1
    const caseNumber = `${book.code}-${year}-${String(number).padStart(6, '0')}`
    const { registered_at: registeredAt, case_id: caseId } = life.row
    const eventHash = life.filing.firstEventHash
    const previousHash = head
    head = hashFiling({ position, caseNumber, registeredAt, eventHash }, previousHash)
    const link = {
      administration_id: book.administrationId,
      position,
      case_id: caseId,
      case_number: caseNumber,
      registered_at: registeredAt,
      event_hash: eventHash,
      previous_hash: previousHash,
      hash: head,
    }
    return { life, caseNumber, year, number, link }
  })
}

async function updateBook(tx: Tx, book: BookHead, numbered: readonly Numbered[]): Promise<void> {
  const last = numbered.at(-1)
  if (!last) return
  await tx
    .updateTable('books')
    .set({
      year: last.year,
      last_number: last.number,
      filings: book.filings + numbered.length,
      head: last.link.hash,
    })
    .where('administration_id', '=', book.administrationId)
    .execute()
}

function eventRows({ events }: LivedCase) {
  return events.map((event) => ({
    administration_id: event.administrationId,
    case_id: event.caseId,
    position: event.position,
    event: event.event,
    happened_at: event.happenedAt,
    actor: event.actor,
    account_id: event.accountId,
    role: event.role,
    from_state: event.fromState,
    to_state: event.toState,
    rule: event.rule,
    reason: event.reason,
    details: event.details,
    commitments: event.commitments,
    previous_hash: event.previousHash,
    hash: event.hash,
  }))
}

/** The words that are searched go beside the rows, since the row keeps only what is found by. */
async function insertCases(
  tx: Tx,
  rows: readonly object[],
  lives: readonly LivedCase[],
): Promise<void> {
  const columns = columnsOf(rows)
  const texts = lives.map(({ row, filing }) => ({
    case_id: row.case_id,
    text: filing.searchText,
  }))
  await sql`insert into cases (${columns}, search)
    select ${columns}, to_tsvector('libro_es', said.text)
    from jsonb_populate_recordset(null::cases, ${asJson(rows)}::jsonb) as lived
    join jsonb_to_recordset(${asJson(texts)}::jsonb) as said(case_id uuid, text text) using (case_id)`.execute(
    tx,
  )
}

async function insertRows(tx: Tx, table: keyof Tables, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = columnsOf(rows)
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${asJson(rows)}::jsonb)`.execute(
    tx,
  )
}

function columnsOf([first = {}]: readonly object[]): RawBuilder<unknown> {
  return sql.join(Object.keys(first).map((name) => sql.ref(name)))
}

/** Bytes as PostgreSQL reads them. */
function asJson(rows: readonly object[]): string {
  return JSON.stringify(rows.map(withBytesAsText))
}

function withBytesAsText(row: object): Record<string, unknown> {
  const written: Record<string, unknown> = { ...row }
  for (const name in written) {
    const value = written[name]
    if (Buffer.isBuffer(value)) written[name] = `\\x${value.toString('hex')}`
  }
  return written
}
