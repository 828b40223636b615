import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface PgbenchScript {
  path: string
  databaseUrl: string
}

/** Debian's and others' usual places; null when the machine has none. */
export async function findPgbench(): Promise<string | null> {
  for (const candidate of [
    'pgbench',
    '/usr/lib/postgresql/15/bin/pgbench',
    '/usr/lib/postgresql/17/bin/pgbench',
  ]) {
    const found = await run(candidate, ['--version']).then(
      () => true,
      () => false,
    )
    if (found) return candidate
  }
  return null
}

/** Transactions a second of a script. */
export async function runPgbench(
  pgbench: string,
  script: PgbenchScript,
  clients: number,
  seconds: number,
): Promise<number> {
  const threads = String(Math.min(clients, 2))
  const { stdout } = await run(pgbench, [
    '-n',
    '-c',
    String(clients),
    '-j',
    threads,
    '-T',
    String(seconds),
    '-f',
    script.path,
    script.databaseUrl,
  ])
  const rate = /tps = ([\d.]+)/.exec(stdout)?.[1]
  if (!rate) throw new Error(`pgbench said: ${stdout}`)
  return Number(rate)
}
