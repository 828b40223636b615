import type { Tx } from '../../platform/database/connection.ts'
import { openStorage } from '../attachment-storage.ts'
import { deleteErased, listErased, updateErased } from '../attachment-store.ts'
import type { Ground } from '../ground.ts'

const BATCH = 100

/** In the transaction of whoever erases a case: from its end nobody sees the files any more. */
export async function eraseFilesOfCase(
  tx: Tx,
  of: { administrationId: string; caseId: string },
  now: Date,
): Promise<void> {
  await updateErased(tx, of, now)
}

/** The file first and its row after: stopped half-way, the next run finds the row again. */
export async function clearErasedFiles({ db, config }: Ground): Promise<void> {
  const storage = openStorage(config.dataDir)
  for (;;) {
    const batch = await listErased(db, BATCH)
    for (const attachment of batch) {
      await storage.remove(attachment.storageName)
      await deleteErased(db, attachment)
    }
    if (batch.length < BATCH) return
  }
}
