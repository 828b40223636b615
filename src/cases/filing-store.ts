import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { Tables } from '../platform/database/tables.ts'
import { eventRow, type LedgerEvent } from '../ledger/index.ts'
import type { CaseContentTable, CasePersonTable, CaseTable } from './case-tables.ts'

/** Everything that one filing writes. The number and its link in the chain are made by the database. */
export interface NewCase {
  row: Omit<
    CaseTable,
    | 'case_number'
    | 'is_open'
    | 'in_hand_since'
    | 'overdue'
    | 'clock_suspended'
    | 'review_asked'
    | 'door_offered'
    | 'history_length'
    | 'history_head'
    | 'search'
    | 'held'
  >
  searchText: string
  year: number
  person: CasePersonTable | null
  contents: CaseContentTable[]
  firstEvent: LedgerEvent
  firstEventHash: Buffer
  /** Rows that other features asked to have written in the same statement, as they wrote them. */
  others: readonly RawBuilder<unknown>[]
}

export interface FiledCase {
  case_number: string
  position: number
}

/** Writes a filing; either everything stands or nothing does. */
export async function insertFiling(db: Kysely<Tables>, filing: NewCase): Promise<FiledCase> {
  const { rows } = await filingStatement(filing).execute(db)
  const [filed] = rows
  if (!filed) throw new Error('the administration has no book')
  return { ...filed, position: Number(filed.position) }
}

/**
 * A filing is one statement, which is one transaction unless the caller opened one: the book's row is
 * locked only while it runs. Number and link are made here, since nobody else knows the last ones.
 */
export function filingStatement(filing: NewCase): RawBuilder<FiledCase> {
  return sql<FiledCase>`
    with book as (
      select *, case when year < ${filing.year} then 1 else last_number + 1 end as next_number,
        greatest(year, ${filing.year}) as next_year
      from books where administration_id = ${filing.row.administration_id} for update
    ),
    filing as (
      select filings + 1 as position, head as previous_hash, next_year, next_number,
        code || '-' || next_year || '-' ||
          lpad(next_number::text, greatest(6, length(next_number::text)), '0') as case_number
      from book
    ),
    link as (
      select filing.*, sha256(convert_to(concat_ws('|', 'libro-abierto/filing/1', position, case_number,
        ${filing.row.registered_at.toISOString()}::text, ${filing.firstEventHash.toString('hex')}::text,
        encode(previous_hash, 'hex')), 'UTF8')) as hash
      from filing
    ),
    new_head as (
      update books set year = link.next_year, last_number = link.next_number, filings = link.position,
        head = link.hash
      from link where books.administration_id = ${filing.row.administration_id}
    ),
    chained as (
      insert into filings (administration_id, position, case_id, case_number, registered_at, event_hash,
        previous_hash, hash)
      select ${filing.row.administration_id}::uuid, position, ${filing.row.case_id}::uuid, case_number,
        ${filing.row.registered_at}::timestamptz, ${filing.firstEventHash}::bytea, previous_hash, hash
      from link
    ),
    new_case as (${insertCase(filing)}),
    ${sql.join(
      [
        ...filing.contents.map((content) => insertRow('case_contents', content)),
        ...(filing.person ? [insertRow('case_people', filing.person)] : []),
        insertRow('case_events', {
          ...eventRow(filing.firstEvent),
          previous_hash: Buffer.alloc(32),
          hash: filing.firstEventHash,
        }),
        ...filing.others,
      ].map((insert, index) => sql`${sql.ref(`part_${index}`)} as (${insert})`),
    )}
    select case_number, position from link`
}

function insertCase({ row, searchText, firstEventHash }: NewCase): RawBuilder<unknown> {
  const columns = Object.entries(row)
  return sql`
    insert into cases (case_number, search, history_head, ${sql.join(columns.map(([name]) => sql.ref(name)))})
    select case_number, to_tsvector('libro_es', ${searchText}), ${firstEventHash}::bytea,
      ${sql.join(columns.map(([name, value]) => castColumn(name, value)))}
    from link`
}

/** In a select, unlike in values, the type of a parameter is not taken from the column. */
function castColumn(name: string, value: unknown): RawBuilder<unknown> {
  const type = COLUMN_TYPES[name] ?? 'text'
  return sql`${value}::${sql.raw(type)}`
}

const COLUMN_TYPES: Readonly<Record<string, string>> = {
  administration_id: 'uuid',
  case_id: 'uuid',
  registered_at: 'timestamptz',
  occurred_on: 'date',
  centre_id: 'uuid',
  service_id: 'uuid',
  motives: 'text[]',
  unit_id: 'uuid',
  handler_id: 'uuid',
  routing_rule_id: 'uuid',
  priority: 'smallint',
  named_officials: 'uuid[]',
  signals: 'text[]',
  due_on: 'date',
  electronic_notice: 'boolean',
  results_told: 'boolean',
  quotation: 'boolean',
  answered_at: 'timestamptz',
  notified_at: 'timestamptz',
  closed_at: 'timestamptz',
  linked_case_id: 'uuid',
  regime_version: 'integer',
  tracking_token_hash: 'bytea',
  idempotency_hash: 'bytea',
  request_hash: 'bytea',
}

/** One row of a table as a part of the filing's statement. */
export function insertRow(table: keyof Tables, row: object): RawBuilder<unknown> {
  const columns = Object.entries(row) as [string, unknown][]
  return sql`insert into ${sql.table(table)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
    values (${sql.join(columns.map(([, value]) => value))})`
}

/** What a receipt says of a filing that was taken before. */
export interface Filed {
  administrationId: string
  caseId: string
  caseNumber: string
  kind: string
  registeredAt: Date
  dueOn: string | null
  requestHash: Buffer
}

export async function findFiled(
  db: Db,
  administrationId: string,
  idempotencyHash: Buffer,
): Promise<Filed | null> {
  const row = await db
    .selectFrom('cases')
    .select(['case_id', 'case_number', 'kind_filed', 'registered_at', 'due_on', 'request_hash'])
    .where('administration_id', '=', administrationId)
    .where('idempotency_hash', '=', idempotencyHash)
    .executeTakeFirst()
  if (!row) return null
  return {
    administrationId,
    caseId: row.case_id,
    caseNumber: row.case_number,
    kind: row.kind_filed,
    registeredAt: row.registered_at,
    dueOn: row.due_on,
    requestHash: row.request_hash,
  }
}
