import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPostmaster, stopPostmaster } from '../../src/platform/database/embedded/postmaster.ts'
import { isAlive } from '../../src/platform/database/embedded/process.ts'

/** A run that was killed leaves its database running: the next one of the same person clears it. */
export async function sweepOldServers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const home = join(tmpdir(), name, 'postgres')
    if (name.startsWith('libro-abierto-test-') && isForsaken(home)) {
      const data = join(home, 'data')
      const running = readPostmaster(data)
      if (running) await stopPostmaster(running.pid, data)
      rmSync(join(tmpdir(), name), { recursive: true })
    }
  }
}

function isForsaken(home: string): boolean {
  const owner = join(home, 'owner.json')
  try {
    if (!existsSync(owner)) return false
    return !isAlive((JSON.parse(readFileSync(owner, 'utf8')) as { pid: number }).pid)
  } catch {
    // being made, or somebody else's
    return false
  }
}
