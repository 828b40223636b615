import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { copySealedTables, readSealedMigrations, type Sealed } from '../corruption-reports/index.ts'
import { readMigrationStatus } from '../platform/database/migrate.ts'
import type { System } from '../system.ts'
import { writeRecord } from './records.ts'
import { writeSealed } from './sealed-file.ts'
import { listTables } from './table-store.ts'

export interface BackupReport {
  tables: number
  files: number
  /** Whether the reports of corruption are in it, or the reason why not. */
  sealed: string
}

/** Everything as of one instant, while the book goes on working. */
export async function writeBackup(system: System, path: string): Promise<BackupReport> {
  const report: BackupReport = { tables: 0, files: 0, sealed: '' }
  const client = new pg.Client({ connectionString: system.databaseUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const content = Readable.from(contentOf(system, client, report), { objectMode: false })
    await writeSealed(path, system.secrets.keyFor('backup'), content)
    await client.query('commit')
  } finally {
    await client.end()
  }
  return report
}

async function* contentOf(
  { db, config, sealed }: System,
  client: pg.Client,
  report: BackupReport,
): AsyncGenerator<Buffer> {
  const { applied } = await readMigrationStatus(db)
  const head = { kind: 'backup', name: 'libro-abierto', migrations: applied } as const
  const sealedMigrations = sealed.open ? await readSealedMigrations(sealed) : null
  yield* writeRecord(sealedMigrations ? { ...head, sealedMigrations } : head)
  for (const { name, columns } of await listTables(db)) {
    const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
    const rows = client.query(copyTo(`copy ${client.escapeIdentifier(name)} (${list}) to stdout`))
    yield* writeRecord({ kind: 'table', name, columns }, rows as AsyncIterable<Buffer>)
    report.tables += 1
  }
  yield* sealedTablesOf(sealed, report)
  for (const name of await listAttachmentFiles(config.dataDir)) {
    const file = createReadStream(join(config.dataDir, 'attachments', name))
    yield* writeRecord({ kind: 'file', name }, file as AsyncIterable<Buffer>)
    report.files += 1
  }
  yield* writeRecord({ kind: 'end', name: '' })
}

async function* sealedTablesOf(sealed: Sealed, report: BackupReport): AsyncGenerator<Buffer> {
  report.sealed = sealed.open ? 'copied' : sealed.reason
  if (!sealed.open) return
  for await (const { name, columns, rows } of copySealedTables(sealed)) {
    yield* writeRecord({ kind: 'sealed_table', name, columns }, rows)
    report.tables += 1
  }
}

/** As `aa/<random name>`; a file is written before its row says so, and removed after. */
async function listAttachmentFiles(dataDir: string): Promise<string[]> {
  const folder = join(dataDir, 'attachments')
  const entries = await readdir(folder, { recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries.filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{32}$/.test(name)).sort()
}
