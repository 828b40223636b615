import { readEnvironment } from '../../src/environment.ts'
import { openSealed, type Sealed } from '../../src/corruption-reports/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase, type Database } from '../../src/platform/database/open-database.ts'
import { openLog } from '../../src/platform/log/index.ts'
import { openSecretsOf } from '../../src/platform/master-key.ts'
import { openSecrets } from '../../src/platform/secrets.ts'
import { openSystem, type System } from '../../src/system.ts'

/**
 * A system for the length of a command: joins the embedded database of a running server, or starts
 * it meanwhile. The log goes to standard error, warnings and worse.
 */
export async function withSystem<T>(work: (system: System) => Promise<T>): Promise<T> {
  const system = await openSystem(readEnvironment(), { as: 'command', log: commandLog() })
  try {
    return await work(system)
  } finally {
    await system.close()
  }
}

/** Only the database, as it stands: its schema may be old or not there. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(readEnvironment(), commandLog(), { as: 'command' })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Only the sealed part of an open database, brought up to date or as it stands. */
export async function withSealed<T>(
  database: Database,
  options: { migrate: boolean },
  work: (sealed: Sealed) => T,
): Promise<T> {
  const config = readEnvironment()
  const secrets = options.migrate
    ? await openSecretsOf(database.db, config.dataDir)
    : openSecrets(config.dataDir)
  const now = systemClock()
  const sources = { config, database, secrets, log: commandLog(), now, ...options }
  const sealed = await openSealed(sources)
  try {
    return work(sealed)
  } finally {
    await sealed.close()
  }
}

function commandLog() {
  return openLog({ logLevel: 'warn' }, 'stderr')
}
