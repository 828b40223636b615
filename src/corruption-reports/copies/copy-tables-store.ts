import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Writable } from 'node:stream'
import type { OpenSealed } from '../sealed-database.ts'

/** Every table, each after those that it refers to. */
export const TABLES_IN_ORDER = [
  'taken_slots',
  'directory_entries',
  'member_keys',
  'member_set_ups',
  'directory_drafts',
  'directory_signatures',
  'reports',
  'report_epochs',
  'slots',
  'messages',
  'uploads',
  'upload_parts',
  'events',
  'deadlines',
  'identity_requests',
  'identity_releases',
  'reader_wraps',
  'recovery_requests',
  'recovery_shares',
  'commitment_leaves',
  'commitment_batches',
  'skeletons',
  'shortages',
  'erasures',
] as const

export interface SealedTableCopy {
  name: string
  columns: string[]
  rows: AsyncIterable<Buffer>
}

/** As of one instant, while reports go on coming in. */
export async function* copySealedTables(
  sealed: Pick<OpenSealed, 'databaseUrl'>,
): AsyncGenerator<SealedTableCopy> {
  const client = await connectWhole(sealed, 'begin isolation level repeatable read read only')
  try {
    for (const name of TABLES_IN_ORDER) {
      const columns = await columnsOf(client, name)
      const rows = client.query(
        copyTo(`copy (select ${listOf(columns)} from sealed.${name}) to stdout`),
      )
      yield { name, columns, rows: rows as AsyncIterable<Buffer> }
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** An open transaction that takes copied tables back. Ended without `commit`, nothing came back. */
export interface SealedRestore {
  isEmpty(): Promise<boolean>
  openTable(name: string, columns: readonly string[]): Writable
  /** A few of the reports that are back, to try the ring on them. */
  listSamples(): Promise<{ reportId: Buffer; shredSlot: number; self: Buffer }[]>
  commit(): Promise<void>
  end(): Promise<void>
}

export async function beginSealedRestore(
  sealed: Pick<OpenSealed, 'databaseUrl'>,
): Promise<SealedRestore> {
  const client = await connectWhole(sealed, 'begin')
  // PostgreSQL copies nothing into a table whose rows are guarded; the guard is back before anybody looks
  await guard(client, 'no force')
  // these stand in the list beside the ring too, and are replayed from there
  await client.query('delete from sealed.erasures')
  return {
    async isEmpty() {
      const holds = TABLES_IN_ORDER.filter((name) => name !== 'erasures').map(
        (name) => `exists (select from sealed.${name})`,
      )
      const { rows } = await client.query<{ full: boolean }>(`select ${holds.join(' or ')} as full`)
      return rows[0]?.full === false
    },
    openTable(name, columns) {
      const known = TABLES_IN_ORDER.find((table) => table === name)
      if (!known) throw new Error('a backup holds a sealed table of another name')
      return client.query(copyFrom(`copy sealed.${known} (${listOf(columns)}) from stdin`))
    },
    async listSamples() {
      const { rows } = await client.query<{ reportId: Buffer; shredSlot: number; self: Buffer }>(
        `select report_id as "reportId", shred_slot as "shredSlot", self
         from sealed.reports order by report_id limit 200`,
      )
      return rows
    },
    async commit() {
      await guard(client, 'force')
      await client.query('commit')
    },
    end: () => client.end(),
  }
}

async function connectWhole(
  { databaseUrl }: Pick<OpenSealed, 'databaseUrl'>,
  begin: string,
): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(begin)
  await client.query(`set local sealed.every = 'on'`)
  return client
}

async function guard(client: pg.Client, how: 'force' | 'no force'): Promise<void> {
  for (const name of TABLES_IN_ORDER) {
    await client.query(`alter table sealed.${name} ${how} row level security`)
  }
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [`sealed.${table}`],
  )
  return rows.map(({ name }) => name)
}

function listOf(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}
