import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import { connect } from '../platform/database/connection.ts'
import {
  migrateFiles,
  readMigrationStatus,
  type MigrationFiles,
} from '../platform/database/migrate.ts'
import type { Database } from '../platform/database/open-database.ts'
import { openDataFolder } from '../platform/data-folder.ts'
import { ExpectedError } from '../platform/errors.ts'
import type { Log } from '../platform/log/index.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { FileBudget } from './files/file-budget.ts'
import { enterWithOwnLogin, makeOwnLogin, type SealedClosedReason } from './sealed-login.ts'
import { replayErasures } from './retention/replay-erasures.ts'
import type { SealedGround } from './sealed-store.ts'
import type { SealedTables } from './sealed-tables.ts'
import { openDayPeppers, type DayPeppers } from './shred/day-peppers.ts'
import { openRing } from './shred/ring.ts'
import { prepareRing } from './shred/prepare-ring.ts'

export interface OpenSealed extends SealedGround {
  readonly open: true
  /** For the server that seals for whoever has no scripts. */
  readonly peppers: DayPeppers
  readonly fileBudget: FileBudget
  /** Where `db` is, for copies and restores. */
  readonly databaseUrl: string
  close(): Promise<void>
}

export interface ClosedSealed {
  readonly open: false
  readonly reason: SealedClosedReason
  close(): Promise<void>
}

/** The reports' own part of the system, or why it is closed. The rest of the book works without it. */
export type Sealed = OpenSealed | ClosedSealed

/** What a page says when the sealed part is closed. */
export class SealedClosed extends ExpectedError {
  readonly status = 503
  readonly code = 'sealed_closed'
}

export const SEALED_MIGRATIONS: MigrationFiles = {
  folder: fileURLToPath(new URL('./migrations/', import.meta.url)),
  schema: 'sealed',
}

export interface SealedSources {
  config: Pick<Config, 'sealedDatabaseUrl' | 'dataDir' | 'sealedFiles'>
  database: Pick<Database, 'url' | 'adminUrl'>
  secrets: Secrets
  log: Log
  migrate: boolean
  now: Date
}

export async function openSealed(sources: SealedSources): Promise<Sealed> {
  const { config, database, secrets, log } = sources
  const door =
    config.sealedDatabaseUrl === null
      ? await makeOwnLogin(database.adminUrl, passwordOf(secrets))
      : await enterWithOwnLogin(config.sealedDatabaseUrl, database.url)
  if ('reason' in door) return closedFor(door.reason, log)
  const { db, pool } = connect<SealedTables>(door.url, { schema: 'sealed' })
  pool.on('error', () => log.warn('a connection to the sealed database was lost'))
  try {
    if (sources.migrate) await migrateFiles(db, SEALED_MIGRATIONS)
    else if ((await readMigrationStatus(db, SEALED_MIGRATIONS)).pending.length > 0) {
      await db.destroy()
      return closedFor('not_migrated', log)
    }
    const folder = openDataFolder(config.dataDir, 'sealed')
    const ring = openRing(folder)
    const memberPepper = secrets.keyFor('sealed-member-pepper')
    if ((await prepareRing(db, ring)) === 'missing') {
      await db.destroy()
      return closedFor('ring_missing', log)
    }
    await replayErasures({ db, ring })
    const peppers = openDayPeppers(folder)
    peppers.keep(sources.now)
    const close = () => db.destroy()
    const fileBudget = config.sealedFiles
    return { open: true, db, ring, memberPepper, peppers, fileBudget, databaseUrl: door.url, close }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** The names of those that were applied, for copies. */
export async function readSealedMigrations({ db }: OpenSealed): Promise<string[]> {
  return (await readMigrationStatus(db, SEALED_MIGRATIONS)).applied
}

/** For whoever cannot work without it. */
export function requireSealed({ sealed }: { sealed: Sealed }): OpenSealed {
  if (!sealed.open) throw new SealedClosed()
  return sealed
}

function passwordOf(secrets: Secrets): string {
  return secrets.keyFor('sealed-database').toString('base64url')
}

function closedFor(reason: SealedClosedReason, log: Log): ClosedSealed {
  log.warn({ reason }, 'reports of corruption stay closed')
  return { open: false, reason, close: async () => undefined }
}
