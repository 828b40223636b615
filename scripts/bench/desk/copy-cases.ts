import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../../src/platform/database/connection.ts'
import type { LivedBook } from '../lived-book.ts'

/** Everything that a list or the page of a case reads; what refers to another comes after it. */
const TABLES = [
  'cases',
  'case_people',
  'case_contents',
  'answers',
  'deliveries',
  'case_ratings',
  'case_events',
  'clocks',
]
const IDS = /^(case|content|answer|delivery|clock|linked_case)_id$|_content_id$/
const ROUNDS_AT_ONCE = 10

/**
 * Fills the tables up with copies under other ids and numbers, in the proportions of the lives that are there.
 * A book of this size to look at, not to verify: the hashes of a copy are no links of any chain.
 */
export async function copyCases({ system, administrationId }: LivedBook, times: number) {
  const { db } = system
  const { rows } = await sql<{ caseId: string }>`select case_id as "caseId" from cases
    where administration_id = ${administrationId}`.execute(db)
  const lived = rows.map(({ caseId }) => caseId)
  for (let from = 1; from <= times; from += ROUNDS_AT_ONCE) {
    const until = Math.min(times, from + ROUNDS_AT_ONCE - 1)
    for (const table of TABLES) await copyTable(db, table, { administrationId, lived, from, until })
    // of copies nothing is told
    await sql`delete from case_marks`.execute(db)
  }
  for (const table of TABLES) await sql`vacuum analyze ${sql.table(table)}`.execute(db)
}

interface Copying {
  administrationId: string
  lived: readonly string[]
  from: number
  until: number
}

async function copyTable(db: Db, table: string, { administrationId, lived, from, until }: Copying) {
  const columns = await columnsOf(db, table)
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  const copies = sql.join(columns.map(copyOf))
  await sql`insert into ${sql.table(table)} (${names})
    select ${copies} from ${sql.table(table)} each
    cross join generate_series(${from}::integer, ${until}::integer) as round
    where each.administration_id = ${administrationId} and each.case_id = any(${lived})`.execute(db)
}

interface Column {
  name: string
  type: string
}

async function columnsOf(db: Db, table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'
    order by ordinal_position`.execute(db)
  return rows
}

function copyOf({ name, type }: Column): RawBuilder<unknown> {
  const column = sql.ref(name)
  if (name === 'case_number') {
    return sql`regexp_replace(${column}, '[0-9]+$', '') || (round * 1000000 + substring(${column} from '[0-9]+$')::integer)`
  }
  if (IDS.test(name)) return sql`md5(${column}::text || round)::uuid`
  if (type === 'bytea') return sql`sha256(${column} || round::text::bytea)`
  return column
}
