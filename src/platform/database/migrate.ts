import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Migrator, sql, type Kysely, type Migration, type MigrationProvider } from 'kysely'
import type pg from 'pg'
import { installQueues } from '../jobs/queues.ts'
import type { Db } from './connection.ts'

/** The database was made by a newer version of this program; working on it could break it. */
export class NewerSchema extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `The database has a newer schema than this version knows (${unknown.join(', ')}). ` +
        'Install the newer version again, or restore a backup made by this one.',
    )
    this.name = 'NewerSchema'
  }
}

export interface MigrationStatus {
  applied: string[]
  pending: string[]
  /** Applied, but not among our files. */
  unknown: string[]
}

/** Files of one schema. A schema other than the usual one stands first in its login's search path. */
export interface MigrationFiles {
  folder: string
  schema?: string
}

const BOOK: MigrationFiles = { folder: fileURLToPath(new URL('./migrations/', import.meta.url)) }
const FILE_NAME = /^\d{12}__[a-z0-9-]+__[a-z0-9_]+\.sql$/

/** Brings the book's schema and the queue's up to date. Returns what it applied. */
export async function migrate({ db, pool }: { db: Db; pool: pg.Pool }): Promise<string[]> {
  const applied = await migrateFiles(db, BOOK)
  await installQueues(pool)
  return applied
}

/** Under a lock: several processes may start together. */
export async function migrateFiles<T>(db: Kysely<T>, files: MigrationFiles): Promise<string[]> {
  const { unknown } = await readMigrationStatus(db, files)
  if (unknown.length > 0) throw new NewerSchema(unknown)
  const { error, results } = await openMigrator(db, files).migrateToLatest()
  const failed = results?.find(({ status }) => status === 'Error')
  if (failed) throw new Error(`The migration ${failed.migrationName} failed`, { cause: error })
  if (error !== undefined) throw new Error('The migrations could not be run', { cause: error })
  return (results ?? []).map(({ migrationName }) => migrationName)
}

export async function readMigrationStatus<T>(
  db: Kysely<T>,
  files: MigrationFiles = BOOK,
): Promise<MigrationStatus> {
  const known = await listMigrationFiles(files)
  const applied = await listAppliedMigrations(db)
  return {
    applied,
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  }
}

function openMigrator<T>(db: Kysely<T>, files: MigrationFiles): Migrator {
  return new Migrator({
    db,
    provider: sqlFiles(files),
    allowUnorderedMigrations: true,
    ...(files.schema === undefined ? {} : { migrationTableSchema: files.schema }),
  })
}

const sqlFiles = (files: MigrationFiles): MigrationProvider => ({
  async getMigrations() {
    const migrations: Record<string, Migration> = {}
    for (const name of await listMigrationFiles(files)) {
      const text = await readFile(join(files.folder, `${name}.sql`), 'utf8')
      migrations[name] = {
        up: async (db) => {
          await sql.raw(text).execute(db)
        },
      }
    }
    return migrations
  },
})

async function listMigrationFiles({ folder }: MigrationFiles): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql'))
  const misnamed = files.filter((file) => !FILE_NAME.test(file))
  if (misnamed.length > 0) {
    throw new Error(
      `Name migrations 202611220600__feature__what_it_does.sql: ${misnamed.join(', ')}`,
    )
  }
  return files.map((file) => file.slice(0, -'.sql'.length)).sort()
}

async function listAppliedMigrations<T>(db: Kysely<T>): Promise<string[]> {
  const table = await sql<{ found: boolean }>`
    select to_regclass('kysely_migration') is not null as found`.execute(db)
  if (!table.rows[0]?.found) return []
  const applied = await sql<{
    name: string
  }>`select name from kysely_migration order by name`.execute(db)
  return applied.rows.map(({ name }) => name)
}
