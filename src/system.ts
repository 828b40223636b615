import type pg from 'pg'
import type { Config } from './config.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import { connect, type Db } from './platform/database/connection.ts'
import { awaitDatabase } from './platform/database/await-database.ts'
import { openEmbeddedDatabase } from './platform/database/embedded/index.ts'
import { migrate } from './platform/database/migrate.ts'
import { openJobs, type Jobs } from './platform/jobs/index.ts'
import { openLog, type Log } from './platform/log/index.ts'
import { openMail, type Mail } from './platform/mail/index.ts'
import { openSecrets, type Secrets } from './platform/secrets.ts'

/** What every page, action and job is handed: the ground that the house stands on. */
export interface System {
  readonly config: Config
  readonly db: Db
  /** Where `db` is, for what must bring its own connection (copies, backups, other processes). */
  readonly databaseUrl: string
  readonly clock: Clock
  readonly log: Log
  readonly secrets: Secrets
  readonly jobs: Jobs
  readonly mail: Mail
  /** In order: jobs in hand, mail, connections, and the embedded database if it is ours. */
  close(): Promise<void>
}

export interface OpenOptions {
  clock?: Clock
  log?: Log
  /** A server must be alone on an embedded database; a command may join one that runs. */
  as?: 'server' | 'command'
  migrate?: boolean
  /** The embedded database ended without being asked to. */
  onDatabaseLost?: () => void
}

export async function openSystem(config: Config, options: OpenOptions = {}): Promise<System> {
  const log = options.log ?? openLog(config)
  const secrets = openSecrets(config.dataDir)
  const database = await openDatabase(config, log, options)
  try {
    return await openOn(database, { config, log, secrets, options })
  } catch (error) {
    await database.stop()
    throw error
  }
}

interface Database {
  url: string
  stop(): Promise<void>
}

async function openDatabase(config: Config, log: Log, options: OpenOptions): Promise<Database> {
  const { as = 'server', onDatabaseLost: onLost = () => undefined } = options
  if (config.databaseUrl === null) {
    return openEmbeddedDatabase({ dataDir: config.dataDir, log, as, onLost })
  }
  await awaitDatabase(config.databaseUrl, log)
  return { url: config.databaseUrl, stop: async () => undefined }
}

async function openOn(
  database: Database,
  ground: { config: Config; log: Log; secrets: Secrets; options: OpenOptions },
): Promise<System> {
  const { config, log, secrets, options } = ground
  const { db, pool } = connect(database.url)
  pool.on('error', (error) => log.warn({ err: error }, 'a connection to the database was lost'))
  try {
    await prepareSchema(db, pool, log, options.migrate ?? true)
    const jobs = await openJobs({ pool, databaseUrl: database.url, log })
    const mail = openMail(config, log)
    const close = async () => {
      await jobs.stop()
      mail.close()
      await db.destroy()
      await database.stop()
    }
    const clock = options.clock ?? systemClock
    return { config, db, databaseUrl: database.url, clock, log, secrets, jobs, mail, close }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function prepareSchema(db: Db, pool: pg.Pool, log: Log, wanted: boolean): Promise<void> {
  if (!wanted) return
  const applied = await migrate({ db, pool })
  if (applied.length > 0) log.info({ migrations: applied }, 'schema brought up to date')
}
