import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from '../../data-folder.ts'
import type { Log } from '../../log/index.ts'
import { canReach, unprivilegedAccount, type Account } from './account.ts'
import { makeLinks, missingLinks, type Package } from './binaries.ts'
import { copyBinaries } from './copy-binaries.ts'

/** Where the embedded database lives and as whom. */
export interface Home {
  /** Holds `data`, the server's log and our notes; closed to everyone but its account. */
  folder: string
  /** Holds `bin`, `lib` and `share`. */
  native: string
  version: string
  /** Null: run as ourselves. PostgreSQL refuses to run as root. */
  account: Account | null
  passwordFile: string
}

const OUTSIDE = '/var/lib/libro-abierto'

export function chooseHome(dataDir: string, found: Package, log: Log): Home {
  const inside = openDataFolder(dataDir, 'postgres')
  const passwordFile = join(openDataFolder(dataDir, 'secrets'), 'postgres.password')
  const account = process.getuid?.() === 0 ? accountFor(join(inside, 'data')) : null
  const folder = account === null ? inside : openFor(account, inside, dataDir, log)
  const native = reachableBinaries(found, folder, account)
  return { folder, native, version: found.version, account, passwordFile }
}

/** Whoever owns the data runs it; at first whichever account the machine has for such things. */
function accountFor(data: string): Account {
  if (existsSync(data)) {
    const { uid, gid } = statSync(data)
    if (uid !== 0) return { uid, gid }
  }
  return unprivilegedAccount()
}

/**
 * As root in a closed home such as /root, the other account cannot enter the data folder: then
 * the database goes to a folder of its own, named after the real data folder.
 */
function openFor(account: Account, inside: string, dataDir: string, log: Log): string {
  chownSync(inside, account.uid, account.gid)
  if (canReach(inside, account)) return inside
  const real = realpathSync(dataDir)
  const folder = join(OUTSIDE, createHash('sha256').update(real).digest('hex').slice(0, 16))
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  chownSync(folder, account.uid, account.gid)
  log.info(
    { dataDir: real, folder },
    'the data folder is closed to others: the database is kept outside it',
  )
  return folder
}

function reachableBinaries(found: Package, folder: string, account: Account | null): string {
  if (account !== null && !canReach(join(found.native, 'bin', 'postgres'), account)) {
    return copyBinaries(found, folder)
  }
  if (missingLinks(found.native).length === 0) return found.native
  try {
    makeLinks(found.native)
    return found.native
  } catch {
    // node_modules belongs to someone else or cannot be written: a copy of our own can
    return copyBinaries(found, folder)
  }
}
