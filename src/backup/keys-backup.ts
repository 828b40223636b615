import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import {
  bringKeysBack,
  copyKeys,
  parseKeysCopy,
  refuseOldKeys,
  requireSealed,
} from '../corruption-reports/index.ts'
import type { System } from '../system.ts'
import { openSealed, writeSealed } from './sealed-file.ts'

const PURPOSE = 'backup-of-keys'

/** The shred keys, in a file apart from the backup: whoever destroys it after its days destroys what was erased. */
export async function writeKeysBackup(system: System, path: string): Promise<void> {
  const copy = await copyKeys(requireSealed(system), system.clock())
  const content = Readable.from([copy], { objectMode: false })
  await writeSealed(path, system.secrets.keyFor(PURPOSE), content)
}

export async function readKeysBackup(
  system: System,
  path: string,
  { old }: { old: boolean },
): Promise<{ madeOn: string }> {
  const now = system.clock()
  const copy = parseKeysCopy(await buffer(await openSealed(path, system.secrets.keyFor(PURPOSE))))
  if (!old) refuseOldKeys(copy, now)
  await bringKeysBack({ sealed: system.sealed, dataDir: system.config.dataDir, now }, copy)
  return { madeOn: copy.madeOn }
}
