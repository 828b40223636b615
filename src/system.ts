import type { Config } from './config.ts'
import { openSealed, type Sealed } from './corruption-reports/index.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import type { Db } from './platform/database/connection.ts'
import { migrate } from './platform/database/migrate.ts'
import {
  openDatabase,
  type Database,
  type DatabaseOptions,
} from './platform/database/open-database.ts'
import { openJobs, type Jobs } from './platform/jobs/index.ts'
import { learnLanguages, tolerateMissingTexts } from './platform/i18n/index.ts'
import { openLog, type Log } from './platform/log/index.ts'
import { openMail, type Mail } from './platform/mail/index.ts'
import { openSecretsOf } from './platform/master-key.ts'
import type { Secrets } from './platform/secrets.ts'
import { openTexts, type Texts } from './platform/texts/index.ts'

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
  /** Reports of corruption: a database of their own, or the reason why they are closed. */
  readonly sealed: Sealed
  readonly mail: Mail
  /** Null: nobody sends text messages. */
  readonly texts: Texts | null
  /** In order: jobs in hand, mail, connections, and the embedded database if it is ours. */
  close(): Promise<void>
}

export interface SystemOptions extends DatabaseOptions {
  clock?: Clock
  log?: Log
  /** False for whoever knows that the schema is up to date. */
  migrate?: boolean
}

export async function openSystem(config: Config, options: SystemOptions = {}): Promise<System> {
  const log = options.log ?? openLog(config)
  if (config.environment === 'production') {
    tolerateMissingTexts((key, language) => log.error({ key, language }, 'a text is missing'))
  }
  if (config.localesDir !== null) learnLanguages(config.localesDir)
  const database = await openDatabase(config, log, options)
  let sealed: Sealed | null = null
  try {
    const migrate = options.migrate ?? true
    if (migrate) await bringUpToDate(database, log)
    const secrets = await openSecretsOf(database.db, config.dataDir)
    const clock = options.clock ?? systemClock
    const sources = { config, database, secrets, log, migrate, now: clock() }
    const part = (sealed = await openSealed(sources))
    const jobs = await openJobs({ databaseUrl: database.url, log })
    const mail = openMail(config, log)
    const texts = openTexts(config)
    const close = async () => {
      await jobs.stop()
      mail.close()
      await part.close()
      await database.close()
    }
    const { db, url: databaseUrl } = database
    return { config, db, databaseUrl, clock, log, secrets, jobs, sealed: part, mail, texts, close }
  } catch (error) {
    await sealed?.close()
    await database.close()
    throw error
  }
}

async function bringUpToDate(database: Database, log: Log): Promise<void> {
  const applied = await migrate(database)
  if (applied.length > 0) log.info({ migrations: applied }, 'schema brought up to date')
}
