import { unclaimedBefore } from '../attachment-rules.ts'
import { openStorage } from '../attachment-storage.ts'
import { deleteUnclaimed, listUnclaimed } from '../attachment-store.ts'
import type { Ground } from '../ground.ts'
import { removeLeftovers } from '../working-folder.ts'

const BATCH = 100

/**
 * Removes what nobody claimed in a day. Nothing that old can still be claimed, so the file goes
 * first and its row after: stopped half-way, the next run finds the row again.
 */
export async function clearUnclaimed({ db, config }: Ground, now: Date): Promise<void> {
  const storage = openStorage(config.dataDir)
  const before = unclaimedBefore(now)
  for (;;) {
    const batch = await listUnclaimed(db, before, BATCH)
    for (const attachment of batch) {
      await storage.remove(attachment.storageName)
      await deleteUnclaimed(db, attachment)
    }
    if (batch.length < BATCH) break
  }
  await removeLeftovers(config.dataDir, before)
}
