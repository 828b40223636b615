import { sql } from 'kysely'
import type { Db } from '../../src/platform/database/connection.ts'

/** Of every table with an administration: how many rows it has of one, and a hash of all that they hold. */
export async function rowsOf(db: Db, administrationId: string): Promise<Map<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns join information_schema.tables
      using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and column_name = 'administration_id' order by 1`.execute(db)
  const rows = new Map<string, string>()
  for (const { name } of tables) {
    const { rows: found } = await sql<{ state: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as state
      from ${sql.table(name)} t where administration_id = ${administrationId}`.execute(db)
    rows.set(name, found[0]?.state ?? '')
  }
  return rows
}

/** The tables in which something of the administration changed. */
export function changedTables(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...before.keys()].filter((name) => before.get(name) !== after.get(name))
}
