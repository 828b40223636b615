import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../log/index.ts'
import { until, worksIn } from './process.ts'

/** What a running server writes about itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

export function readPostmaster(data: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isInteger(pid) || pid === 0) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** A killed owner leaves its server running. It is stopped in order, so that nothing written is lost. */
export async function stopOrphan(data: string, log: Log): Promise<void> {
  const orphan = readPostmaster(data)
  if (orphan === null || !worksIn(orphan.pid, realpathSync(data))) return
  log.warn(
    { pid: orphan.pid },
    'a database left running by a killed process is stopped and started anew',
  )
  await stopPostmaster(orphan.pid, data)
}

const PATIENCE_MS = 30_000

/** SIGINT ends sessions and writes everything down; SIGQUIT leaves that to the next start. */
export async function stopPostmaster(pid: number, data: string): Promise<void> {
  const folder = realpathSync(data)
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!worksIn(pid, folder)) return
    process.kill(pid, signal)
    if (await until(() => !worksIn(pid, folder), PATIENCE_MS)) return
  }
  throw new Error(`The embedded database (process ${pid}) does not stop`)
}
