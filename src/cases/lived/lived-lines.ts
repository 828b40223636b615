import type { ClockRow } from '../../deadlines/index.ts'
import type { LedgerEvent } from '../../ledger/index.ts'
import { copyLine } from '../../platform/database/copy-text.ts'
import type { LivedCase } from './paper-case.ts'

/** The lines of one table, in the order of its columns. */
export interface TableLines {
  table: string
  columns: readonly string[]
  lines: Uint8Array<ArrayBuffer>
}

/** What a book must know of a filing to number it and to chain it to the one before. */
export interface LivedFiling {
  caseId: string
  registeredAt: Date
  year: number
  eventHash: string
}

/** Lives written out, so that they go from one thread to another as bytes; only the numbers are missing. */
export interface LivedLines {
  filings: readonly LivedFiling[]
  /** With the words that are searched last. */
  caseColumns: readonly string[]
  /** One line a case, to stand behind its number. */
  caseLines: readonly string[]
  /** Each after those that it refers to. */
  tables: readonly TableLines[]
}

export function writeLives(lives: readonly LivedCase[]): LivedLines {
  const [first] = lives
  return {
    filings: lives.map(({ filing, row }) => ({
      caseId: row.case_id,
      registeredAt: row.registered_at,
      year: filing.year,
      eventHash: filing.firstEventHash.toString('hex'),
    })),
    caseColumns: first ? Object.keys(first.row) : [],
    caseLines: lives.map(({ row, filing }) => copyLine([...Object.values(row), filing.searchText])),
    tables: [
      linesOf(
        'case_people',
        lives.flatMap(({ filing }) => filing.person ?? []),
      ),
      linesOf(
        'case_contents',
        lives.flatMap(({ contents }) => contents),
      ),
      linesOf(
        'answers',
        lives.flatMap(({ answers }) => answers),
      ),
      linesOf(
        'deliveries',
        lives.flatMap(({ deliveries }) => deliveries),
      ),
      linesOf(
        'case_ratings',
        lives.flatMap(({ rating }) => rating ?? []),
      ),
      linesOf(
        'case_events',
        lives.flatMap(({ events }) => events.map(eventRow)),
      ),
      linesOf(
        'clocks',
        lives.flatMap(({ clocks }) => clocks.map(clockRow)),
      ),
    ].filter(({ columns }) => columns.length > 0),
  }
}

function linesOf(table: string, rows: readonly object[]): TableLines {
  const columns = Object.keys(rows[0] ?? {})
  const text = rows.map((row) => copyLine(Object.values(row))).join('')
  return { table, columns, lines: new TextEncoder().encode(text) }
}

function clockRow(clock: ClockRow) {
  return { ...clock, term: JSON.stringify(clock.term) }
}

function eventRow(event: LedgerEvent & { previousHash: Buffer; hash: Buffer }) {
  return {
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
    details: JSON.stringify(event.details),
    commitments: JSON.stringify(event.commitments),
    previous_hash: event.previousHash,
    hash: event.hash,
  }
}
