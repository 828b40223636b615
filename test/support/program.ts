import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const READY_WITHIN_MS = 60_000

export interface Program {
  pid: number
  /** Waits until it listens; fails with what it said when it ends instead. */
  ready(): Promise<{ url: string }>
  /** Waits for the end. */
  ended(): Promise<{ code: number | null; output: string }>
  kill(signal: NodeJS.Signals): void
  output(): string
}

/** The real program as a process of its own, on a free port. */
export function startProgram(dataDir: string, env: Record<string, string> = {}): Program {
  return run(['src/main.ts'], { DATA_DIR: dataDir, PORT: '0', DEMO_CASES: '0', ...env })
}

/** `npm run libro -- …` as a process of its own. */
export function runCommand(dataDir: string, ...words: string[]): Program {
  return run(['scripts/libro.ts', ...words], { DATA_DIR: dataDir })
}

/** The same against a system that is open already, for commands that are not about the embedded database. */
export function runCommandOn(home: CommandHome, ...words: string[]): Program {
  return run(['scripts/libro.ts', ...words], {
    DATA_DIR: home.dataDir,
    DATABASE_URL: home.databaseUrl,
    ...(home.sealedDatabaseUrl ? { SEALED_DATABASE_URL: home.sealedDatabaseUrl } : {}),
  })
}

export interface CommandHome {
  dataDir: string
  databaseUrl: string
  sealedDatabaseUrl?: string | null
}

function run(args: string[], env: Record<string, string>): Program {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: ROOT,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      output += part.toString()
    })
  }
  const end = once(child, 'close') as Promise<[number | null]>
  return {
    pid: child.pid ?? 0,
    output: () => output,
    kill: (signal) => child.kill(signal),
    ended: async () => ({ code: (await end)[0], output }),
    async ready() {
      for (let waited = 0; waited < READY_WITHIN_MS; waited += 50) {
        const port = /"port":(\d+),.*"msg":"listening"/.exec(output)?.[1]
        if (port) return { url: `http://127.0.0.1:${port}` }
        if (child.exitCode !== null) break
        await wait(50)
      }
      throw new Error(`The program does not listen. It said: ${output}`)
    },
  }
}

/** A data folder closed to everyone else, as in a closed home. */
export async function closedFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'libro-abierto-closed-'))
  return { path, remove: () => rm(path, { recursive: true }) }
}
