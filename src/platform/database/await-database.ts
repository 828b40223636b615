import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from '../errors.ts'
import type { Log } from '../log/index.ts'

const LOWEST = 150_000
const TRIES = 15
const PAUSE_MS = 2_000

/** A database that is starting together with us gets half a minute; other troubles are told at once. */
export async function awaitDatabase(databaseUrl: string, log: Log): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await checkVersion(databaseUrl)
    } catch (error) {
      if (tries === TRIES || !isStarting(error)) throw error
      if (tries === 1) log.warn('waiting for the database')
      await wait(PAUSE_MS)
    }
  }
}

async function checkVersion(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    )
    const version = Number(rows[0]?.version)
    if (version >= LOWEST) return
    throw new CannotStart(
      `The database is PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed.`,
    )
  } finally {
    await client.end()
  }
}

function isStarting(error: unknown): boolean {
  const one: unknown = error instanceof AggregateError ? error.errors[0] : error
  const code = (one as { code?: string } | undefined)?.code
  return code === 'ECONNREFUSED' || code === '57P03'
}
