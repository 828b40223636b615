import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, closeSync, openSync, readFileSync, truncateSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../log/index.ts'
import { ensureDatabase } from './database.ts'
import type { Home } from './home.ts'
import { ensureCluster } from './initdb.ts'
import { readPostmaster, stopOrphan, stopPostmaster } from './postmaster.ts'
import { until } from './process.ts'

/** PostgreSQL settings, by name. */
export type Settings = Readonly<Record<string, string>>

const START_WITHIN_MS = 60_000
const TRIES = 10
const LOG_LIMIT_BYTES = 10_000_000

/** Loopback only, with a password; nothing of a statement, which may be a person's, in the log. */
const ALWAYS: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

export async function startServer(
  home: Home,
  options: { log: Log; settings: Settings; onLost: () => void },
) {
  const data = await ensureCluster(home)
  await stopOrphan(data, options.log)
  const child = await startPostmaster(home, data, { ...ALWAYS, ...options.settings })
  const port = readPostmaster(data)?.port
  const pid = child.pid
  if (pid === undefined || port === undefined) throw notStarted(home)
  let stopping = false
  // whatever ends this process without stopping in order must not leave the server behind
  const endWithUs = () => process.kill(pid, 'SIGINT')
  process.once('exit', endWithUs)
  child.once('exit', () => {
    process.off('exit', endWithUs)
    if (stopping) return
    options.log.fatal('the embedded database ended by itself')
    options.onLost()
  })
  const addresses = await ensureDatabase(home, port)
  const stop = async () => {
    stopping = true
    await stopPostmaster(pid, data)
  }
  return { ...addresses, stop }
}

/** Tried again while workers of a killed server still hold its memory, or a port was just taken. */
async function startPostmaster(
  home: Home,
  data: string,
  settings: Settings,
): Promise<ChildProcess> {
  for (let tries = 0; tries < TRIES; tries++) {
    const child = spawnPostmaster(home, data, { ...settings, port: String(await freePort()) })
    const ended = () => child.exitCode !== null || child.signalCode !== null
    const isReady = () => {
      const postmaster = readPostmaster(data)
      return postmaster !== null && postmaster.pid === child.pid && postmaster.ready
    }
    await until(() => ended() || isReady(), START_WITHIN_MS)
    if (!ended() && isReady()) return child
    if (!ended()) child.kill('SIGQUIT')
    await wait(500)
  }
  throw notStarted(home)
}

/** In a session of its own, so that Ctrl-C reaches us first and requests in hand can end. */
function spawnPostmaster(home: Home, data: string, settings: Settings): ChildProcess {
  const log = openServerLog(home)
  const args = ['-D', data]
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
  const child = spawn(join(home.native, 'bin', 'postgres'), args, {
    cwd: home.folder,
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    stdio: ['ignore', log, log],
    detached: true,
    ...home.account,
  })
  child.once('error', () => undefined)
  closeSync(log)
  return child
}

function openServerLog(home: Home): number {
  const path = join(home.folder, 'postgres.log')
  const file = openSync(path, 'a', 0o600)
  if (home.account) chownSync(path, home.account.uid, home.account.gid)
  if (statSync(path).size > LOG_LIMIT_BYTES) truncateSync(path)
  return file
}

function notStarted(home: Home): Error {
  const path = join(home.folder, 'postgres.log')
  const last = readFileSync(path, 'utf8').trim().split('\n').slice(-3).join(' | ')
  return new Error(`The embedded database does not start: ${last} (whole log: ${path})`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('No free port on loopback')),
      )
    })
  })
}
