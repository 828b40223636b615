import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import type { Stretch } from '../../../platform/database/stretch.ts'
import { deleteUncoded } from '../segment-store.ts'
import { eraseTexts } from '../text-erasing-store.ts'
import { listGatheredTexts } from '../text-retention-store.ts'

/** Texts gathered so long ago lose their words; how they were coded stays. Returns how many did. */
export async function forgetGathered(
  db: Db,
  administrationId: string,
  stretch: Stretch & { limit: number },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const gone = await listGatheredTexts(tx, administrationId, stretch)
    if (gone.length === 0) return 0
    await deleteUncoded(tx, administrationId, gone)
    await eraseTexts(tx, administrationId, gone)
    return gone.length
  })
}
