import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, startOf } from './process.ts'

/** Who started the embedded database and will stop it. */
export interface Owner {
  pid: number
  /** Tells a process from a later one with the same number. */
  started: string | null
  as: 'server' | 'command'
}

export type Claim = { ours: true; release(): void } | { ours: false; owner: Owner }

export class AlreadyRunning extends Error {
  constructor(owner: Owner, folder: string) {
    super(
      owner.as === 'server'
        ? `Libro Abierto already runs here: process ${owner.pid} uses the database in ${folder}. ` +
            'Stop it first, or give this one another DATA_DIR.'
        : `A command (process ${owner.pid}) is working on the database in ${folder}. ` +
            'Start again when it has ended.',
    )
    this.name = 'AlreadyRunning'
  }
}

/** One owner at a time; the claim of a process that is gone is void. */
export async function claimHome(folder: string, as: Owner['as']): Promise<Claim> {
  const path = join(folder, 'owner.json')
  const mine: Owner = { pid: process.pid, started: startOf(process.pid), as }
  for (;;) {
    if (linkNew(path, mine)) return { ours: true, release: () => unlinkSync(path) }
    const owner = readOwner(path)
    if (owner && isStillThere(owner)) return { ours: false, owner }
    discard(path, owner)
  }
}

function linkNew(path: string, owner: Owner): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(draft)
  }
}

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError)
      return null
    throw error
  }
}

function isStillThere(owner: Owner): boolean {
  return isAlive(owner.pid) && (owner.started === null || startOf(owner.pid) === owner.started)
}

/** Moved away before it is judged again: another process may have claimed in between. */
function discard(path: string, judged: Owner | null): void {
  const aside = `${path}.void.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readOwner(aside)
  if (JSON.stringify(moved) === JSON.stringify(judged)) unlinkSync(aside)
  else renameSync(aside, path)
}
