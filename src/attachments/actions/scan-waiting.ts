import { openStorage } from '../attachment-storage.ts'
import { listWaitingForScan, updateScanned } from '../attachment-store.ts'
import type { Ground } from '../ground.ts'
import { scanFile } from '../scan-file.ts'

const BATCH = 200
/** So many in a row without a verdict: the scanner is away, and the rest would only wait for nothing. */
const GIVE_UP_AFTER = 3

/** Asks again about files that the scanner did not answer for. What it finds stays, and stays closed. */
export async function scanWaiting(system: Ground, now: Date): Promise<void> {
  const storage = openStorage(system.config.dataDir)
  let silent = 0
  for (const attachment of await listWaitingForScan(system.db, BATCH)) {
    const { state, finding } = await scanFile(system, () => storage.read(attachment.storageName))
    await updateScanned(system.db, attachment, { state, finding, now })
    silent = state === 'waiting' ? silent + 1 : 0
    if (silent === GIVE_UP_AFTER) return
  }
}
