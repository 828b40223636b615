import { recordChange } from '../../../audit/index.ts'
import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import { updateLinkRetired } from '../poster-link-store.ts'
import type { StaffDeed } from '../../../people/index.ts'

/** From now on the link leads nobody; it stays, since cases say that it brought them. */
export async function retireLink(db: Db, deed: StaffDeed, linkId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const isNew = await updateLinkRetired(tx, { ...deed, linkId }, deed)
    if (isNew)
      await recordChange(tx, { ...deed, action: 'poster_link_retired', details: { linkId } })
  })
}
