import type { Tx } from '../../platform/database/connection.ts'
import { eraseFilesOfCase } from '../../attachments/index.ts'
import { deleteAnswerDrafts } from '../answer-draft-store.ts'
import { updateErased, type LockedCase } from '../case-store.ts'
import { eraseContents } from '../content-store.ts'
import { erasePerson } from '../person-store.ts'

/**
 * What was written, who wrote it and what came with it. `motives` are codes of a list: they stay for the
 * statistics where the time of a case is over, and go where its person took back what they told.
 */
export async function eraseWords(
  { tx, item, now }: { tx: Tx; item: LockedCase; now: Date },
  { motives }: { motives: 'kept' | 'erased' },
): Promise<void> {
  await eraseContents(tx, item, now)
  await erasePerson(tx, item, now)
  await deleteAnswerDrafts(tx, item)
  await eraseFilesOfCase(tx, item, now)
  await updateErased(tx, item, motives === 'kept' ? item.motives : [])
}
