import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDatabase, type Addresses } from './database.ts'
import type { Home } from './home.ts'
import { readPostmaster } from './postmaster.ts'
import { until, worksIn } from './process.ts'

const PATIENCE_MS = 60_000

/** Uses the server that another process owns; it may be starting this very moment. */
export async function joinServer(home: Home): Promise<Addresses> {
  const data = join(home.folder, 'data')
  const isReady = () => {
    const running = existsSync(data) ? readPostmaster(data) : null
    return running !== null && running.ready && worksIn(running.pid, realpathSync(data))
  }
  const running = (await until(isReady, PATIENCE_MS)) ? readPostmaster(data) : null
  if (running === null) throw new Error(`The embedded database in ${home.folder} is not ready`)
  return ensureDatabase(home, running.port)
}
