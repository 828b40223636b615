import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { metrics } from '../../../src/platform/web/metrics.ts'
import type { System } from '../../../src/system.ts'
import { requireSealed } from '../../../src/corruption-reports/sealed-database.ts'

type Rows = Record<string, string[]>

/** Every row of every table of every schema, as text; what is random is told by its length only. */
export async function dumpEverything(system: System): Promise<Rows> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'pgboss')`.execute(system.db)
  const dump: Rows = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from ${sql.raw(name)} t`.execute(system.db)
    dump[name] = rows.map(({ row }) => row).sort()
  }
  return { ...dump, ...(await dumpSealed(system)) }
}

async function dumpSealed(system: System): Promise<Rows> {
  const { db } = requireSealed(system)
  return db.transaction().execute(async (rows) => {
    await sql`select set_config('sealed.every', 'on', true)`.execute(rows)
    const { rows: tables } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'sealed'`.execute(rows)
    const dump: Rows = {}
    for (const { name } of tables) {
      const { rows: found } = await sql<{ row: Record<string, unknown> }>`
        select to_jsonb(t) as row from ${sql.table(name)} t`.execute(rows)
      dump[`sealed.${name}`] = found.map(({ row }) => shapeOf(row)).sort()
    }
    return dump
  })
}

/** Bytes are told by their length, and a slot of the ring, which is random, not at all. */
function shapeOf(row: Record<string, unknown>): string {
  return JSON.stringify(row, (column, value: unknown) => {
    if (typeof value === 'string' && value.startsWith('\\x')) return `${value.length / 2 - 1} bytes`
    return column === 'shred_slot' ? 'a slot' : value
  })
}

/** What one step added to each table. */
export function addedRows(before: Rows, after: Rows): Rows {
  const added: Rows = {}
  for (const [table, rows] of Object.entries(after)) {
    const left = [...(before[table] ?? [])]
    const more = rows.filter((row) => {
      const at = left.indexOf(row)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    if (more.length > 0) added[table] = more
  }
  return added
}

/** Names, sizes and times of all that lies in the data folder. */
export function filesOf(system: System): string[] {
  const { dataDir } = system.config
  return readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs, ctimeMs } = statSync(join(dataDir, name))
      return `${name} ${size} ${mtimeMs} ${ctimeMs}`
    })
}

/** Counts of requests by route; those of other tests' processes are not in it. */
export async function countedRequests(): Promise<string> {
  return metrics.getSingleMetricAsString('libro_http_request_seconds')
}
