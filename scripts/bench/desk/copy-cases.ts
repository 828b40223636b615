import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../../src/platform/database/connection.ts'
import type { LivedBook } from '../lived-book.ts'
import { whileBare } from './bare-tables.ts'

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

/**
 * Fills the tables up with copies under other ids and numbers, in the proportions of the lives that are there.
 * A book of this size to look at, not to verify: the hashes of a copy are no links of any chain.
 */
export async function copyCases({ system, administrationId }: LivedBook, times: number) {
  const { db } = system
  const { rows } = await sql<{ caseId: string }>`select case_id as "caseId" from cases
    where administration_id = ${administrationId}`.execute(db)
  const lived = rows.map(({ caseId }) => caseId)
  // of copies nothing is told
  await sql`alter table case_events disable trigger case_events_mark`.execute(db)
  await whileBare(db, TABLES, async () => {
    for (const table of TABLES) await copyTable(db, table, { administrationId, lived, times })
  })
  await sql`alter table case_events enable trigger case_events_mark`.execute(db)
  for (const table of TABLES) await sql`vacuum analyze ${sql.table(table)}`.execute(db)
}

interface Copying {
  administrationId: string
  lived: readonly string[]
  times: number
}

async function copyTable(db: Db, table: string, { administrationId, lived, times }: Copying) {
  const columns = await columnsOf(db, table)
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  const copies = sql.join(columns.map(copyOf))
  await sql`insert into ${sql.table(table)} (${names})
    select ${copies} from ${sql.table(table)} each
    cross join generate_series(1, ${times}::integer) as round
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
