import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import {
  bringKeysBack,
  copyKeys,
  parseKeysCopy,
  refuseOldKeys,
  requireSealed,
} from '../corruption-reports/index.ts'
import {
  appendErasures,
  erasureListPath,
  listErasures,
  notListed,
  parseErasures,
  readErasureList,
  type TakenBack,
} from '../cases/index.ts'
import type { System } from '../system.ts'
import { openSealed, writeSealed } from './sealed-file.ts'

const PURPOSE = 'backup-of-keys'
const LENGTH_BYTES = 4

/**
 * The shred keys and the list of what persons took back of the book, in a file apart from the backup: whoever
 * destroys it after its days destroys what was erased.
 */
export async function writeKeysBackup(system: System, path: string): Promise<void> {
  const keys = await copyKeys(requireSealed(system), system.clock())
  const erased = Buffer.from(JSON.stringify(await listEveryErasure(system)))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(erased.length)
  const content = Readable.from([length, erased, keys], { objectMode: false })
  await writeSealed(path, system.secrets.keyFor(PURPOSE), content)
}

export async function readKeysBackup(
  system: System,
  path: string,
  { old }: { old: boolean },
): Promise<{ madeOn: string }> {
  const now = system.clock()
  const bytes = await buffer(await openSealed(path, system.secrets.keyFor(PURPOSE)))
  const keysAt = LENGTH_BYTES + bytes.readUInt32BE()
  const copy = parseKeysCopy(bytes.subarray(keysAt))
  takeErasures(system, bytes.subarray(LENGTH_BYTES, keysAt))
  if (!old) refuseOldKeys(copy, now)
  await bringKeysBack({ sealed: system.sealed, dataDir: system.config.dataDir, now }, copy)
  return { madeOn: copy.madeOn }
}

async function listEveryErasure({ db, config }: System): Promise<TakenBack[]> {
  const listed = readErasureList(erasureListPath(config.dataDir))
  return [...listed, ...notListed(await listErasures(db), listed)]
}

/** An old list erases too much never, and too little only what was taken back since. */
function takeErasures({ config }: System, bytes: Buffer): void {
  const path = erasureListPath(config.dataDir)
  appendErasures(path, notListed(parseErasures(bytes.toString()), readErasureList(path)))
}
