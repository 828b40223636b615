import { hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from './data-folder.ts'
import { CannotStart } from './errors.ts'

const MASTER_BYTES = 32
const DAMAGED =
  'The master key is damaged: it is too short. Put back the secrets folder that you keep apart.'

/** Every key of the installation comes from one master secret, each for one purpose only. */
export interface Secrets {
  /** The same 32 bytes for the same purpose, always; nothing about one key tells about another. */
  keyFor(purpose: string): Buffer
}

/** Reads the master secret under DATA_DIR, or makes it at the first start. */
export function openSecrets(dataDir: string): Secrets {
  return secretsFrom(readOrMakeMaster(masterKeyPath(dataDir)))
}

/** Null: there is no master secret yet, or not any more. */
export function findSecrets(dataDir: string): Secrets | null {
  const master = readMaster(masterKeyPath(dataDir))
  return master && secretsFrom(master)
}

export function masterKeyPath(dataDir: string): string {
  return join(openDataFolder(dataDir, 'secrets'), 'master.key')
}

export function secretsFrom(master: Buffer): Secrets {
  if (master.length < MASTER_BYTES) throw new CannotStart(DAMAGED)
  const derived = new Map<string, Buffer>()
  return {
    keyFor: (purpose) => {
      const known = derived.get(purpose)
      if (known) return Buffer.from(known)
      const info = `libro-abierto/${purpose}`
      const key = Buffer.from(hkdfSync('sha256', master, '', info, MASTER_BYTES))
      derived.set(purpose, key)
      return Buffer.from(key)
    },
  }
}

function readOrMakeMaster(path: string): Buffer {
  const found = readMaster(path)
  if (found) return found
  writeOnce(path, `${randomBytes(MASTER_BYTES).toString('base64')}\n`)
  const made = readMaster(path)
  if (!made) throw new Error(`The master secret could not be kept in ${path}`)
  return made
}

function readMaster(path: string): Buffer | null {
  try {
    return Buffer.from(readFileSync(path, 'utf8'), 'base64')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Two processes that start together must end with the same secret: the first link wins. */
function writeOnce(path: string, text: string): void {
  const draft = `${path}.${process.pid}`
  const file = openSync(draft, 'w', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
}
