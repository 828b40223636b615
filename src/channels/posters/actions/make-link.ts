import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import { insertLink } from '../poster-link-store.ts'
import type { NewLink } from '../poster-link.ts'
import type { StaffDeed } from '../../../people/index.ts'

/** Adds a link; returns its id. */
export async function makeLink(db: Db, deed: StaffDeed, link: NewLink): Promise<string> {
  const { administrationId, accountId, at } = deed
  const linkId = randomUUID()
  await inTransaction(db, async (tx) => {
    await insertLink(tx, { ...link, linkId, administrationId, madeAt: at, madeBy: accountId })
    await recordChange(tx, { ...deed, action: 'poster_link_made', details: { linkId } })
  })
  return linkId
}
