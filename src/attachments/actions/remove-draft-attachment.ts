import { isAttachmentId } from '../attachment.ts'
import { openStorage } from '../attachment-storage.ts'
import { deleteUnclaimed, updateRemoved, type OfDraft } from '../attachment-store.ts'
import type { Ground } from '../ground.ts'

/** Takes a file out of a filing that was not sent yet. Not there, or gone already: nothing happens. */
export async function removeDraftAttachment(
  { db, config }: Ground,
  removal: OfDraft & { attachmentId: string },
  now: Date,
): Promise<void> {
  if (!isAttachmentId(removal.attachmentId)) return
  const removed = await updateRemoved(db, { ...removal, now })
  if (!removed) return
  await openStorage(config.dataDir).remove(removed.storageName)
  await deleteUnclaimed(db, removed)
}
