import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { replayErasures } from '../cases/index.ts'
import {
  readSealedMigrations,
  takeSealedTables,
  type SealedTablesTaker,
} from '../corruption-reports/index.ts'
import { readMigrationStatus } from '../platform/database/migrate.ts'
import { openDataFolder } from '../platform/data-folder.ts'
import { CannotStart } from '../platform/errors.ts'
import type { System } from '../system.ts'
import { readRecords, type ReadRecord } from './records.ts'
import { openSealed } from './sealed-file.ts'
import { hasRows, listTables, resumeIdentities } from './table-store.ts'

export interface RestoreReport {
  tables: number
  files: number
  /** Cases that persons had erased after the backup was made. */
  erasedAgain: number
}

/** Into an empty book only: nothing that is there is ever overwritten. All tables come back, or none. */
export async function readBackup(system: System, path: string): Promise<RestoreReport> {
  await refuseUnlessEmpty(system)
  const content = await openSealed(path, system.secrets.keyFor('backup'))
  const report: RestoreReport = { tables: 0, files: 0, erasedAgain: 0 }
  const target = await openTarget(system, report)
  try {
    let complete = false
    for await (const record of readRecords(content)) {
      await readRecord(system, target, record)
      complete = record.kind === 'end'
    }
    if (!complete) throw new CannotStart(`${path} is cut short.`)
    await target.sealed?.keep()
    await target.client.query('commit')
  } finally {
    await target.client.end()
    await target.sealed?.end()
  }
  await resumeIdentities(system.db)
  report.erasedAgain = await replayErasures(system, system.clock())
  return report
}

/** Where the records go: two transactions, one of the book and one of the sealed part. */
interface Target {
  client: pg.Client
  sealed: SealedTablesTaker | null
  report: RestoreReport
}

async function openTarget({ databaseUrl }: System, report: RestoreReport): Promise<Target> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('begin')
  return { client, sealed: null, report }
}

async function refuseUnlessEmpty({ db }: System): Promise<void> {
  for (const table of await listTables(db)) {
    if (await hasRows(db, table)) {
      throw new CannotStart(
        `The database is not empty (${table.name}). A backup is restored into an empty one.`,
      )
    }
  }
}

async function readRecord(system: System, target: Target, record: ReadRecord) {
  const { client, report } = target
  switch (record.kind) {
    case 'backup':
      await checkSchema(system, record.migrations ?? [])
      target.sealed = await openSealedTarget(system, record.sealedMigrations ?? null)
      return drain(record)
    case 'table':
      report.tables += 1
      return readTable(client, record)
    case 'sealed_table':
      report.tables += 1
      return target.sealed?.take({
        name: record.name,
        columns: record.columns ?? [],
        rows: record.parts,
      })
    case 'file':
      report.files += 1
      return readFile(system.config.dataDir, record)
    case 'end':
      return drain(record)
  }
}

async function openSealedTarget(
  { sealed }: System,
  migrations: readonly string[] | null,
): Promise<SealedTablesTaker | null> {
  if (migrations === null) return null
  if (!sealed.open) {
    throw new CannotStart(
      `The backup holds reports of corruption, and that part is closed here (${sealed.reason}).`,
    )
  }
  refuseOtherSchema(await readSealedMigrations(sealed), migrations)
  return takeSealedTables(sealed)
}

async function checkSchema({ db }: System, migrations: readonly string[]): Promise<void> {
  refuseOtherSchema((await readMigrationStatus(db)).applied, migrations)
}

function refuseOtherSchema(applied: readonly string[], migrations: readonly string[]): void {
  const same =
    applied.length === migrations.length && applied.every((name) => migrations.includes(name))
  if (!same) {
    throw new CannotStart(
      'The backup was made by another version of the program. Restore it with that one, then update.',
    )
  }
}

async function readTable(
  client: pg.Client,
  { name, columns = [], parts }: ReadRecord,
): Promise<void> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const table = client.query(copyFrom(`copy ${client.escapeIdentifier(name)} (${list}) from stdin`))
  await pipeline(Readable.from(parts, { objectMode: false }), table)
}

async function readFile(dataDir: string, { name, parts }: ReadRecord): Promise<void> {
  if (!/^[0-9a-f]{2}\/[0-9a-f]{32}$/.test(name))
    throw new Error('a backup holds a file of another name')
  const target = join(openDataFolder(dataDir, 'attachments'), name)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await pipeline(
    Readable.from(parts, { objectMode: false }),
    createWriteStream(target, { mode: 0o600 }),
  )
}

async function drain({ parts }: ReadRecord): Promise<void> {
  for await (const _part of parts);
}
