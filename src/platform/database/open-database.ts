import type pg from 'pg'
import type { Config } from '../../config.ts'
import type { Log } from '../log/index.ts'
import { awaitDatabase } from './await-database.ts'
import { connect, type Db } from './connection.ts'
import { openEmbeddedDatabase } from './embedded/index.ts'

export interface Database {
  db: Db
  pool: pg.Pool
  url: string
  /** A login that makes logins: the embedded server's first one, else whatever we were given. */
  adminUrl: string
  /** Ends our connections, and the embedded database if it is ours. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** A server must be alone on an embedded database; a command may join one that runs. */
  as?: 'server' | 'command'
  /** The embedded database ended without being asked to. */
  onDatabaseLost?: () => void
}

/** Connects to DATABASE_URL, or to the embedded PostgreSQL under DATA_DIR. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Log,
  options: DatabaseOptions = {},
): Promise<Database> {
  const server = await openServer(config, log, options)
  const { db, pool } = connect(server.url)
  let closing = false
  pool.on('error', (error) => {
    if (!closing) log.warn({ err: error }, 'a connection to the database was lost')
  })
  const close = async () => {
    closing = true
    await db.destroy()
    await server.stop()
  }
  return { db, pool, url: server.url, adminUrl: server.adminUrl, close }
}

async function openServer(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Log,
  { as = 'server', onDatabaseLost: onLost = () => undefined }: DatabaseOptions,
) {
  if (databaseUrl === null) return openEmbeddedDatabase({ dataDir, log, as, onLost })
  await awaitDatabase(databaseUrl, log)
  return { url: databaseUrl, adminUrl: databaseUrl, stop: async () => undefined }
}
