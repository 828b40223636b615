import { recordChange } from '../../../audit/index.ts'
import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import { deleteOrigin, insertOrigin } from '../embedding/framing-store.ts'
import type { StaffDeed } from '../../../people/index.ts'

/** From now on pages of this origin may show the form in a frame. */
export async function allowOrigin(db: Db, deed: StaffDeed, origin: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const isNew = await insertOrigin(tx, deed.administrationId, origin, deed)
    if (isNew) await recordChange(tx, { ...deed, action: 'framing_allowed', details: { origin } })
  })
}

export async function forbidOrigin(db: Db, deed: StaffDeed, origin: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const wasThere = await deleteOrigin(tx, deed.administrationId, origin)
    if (wasThere) await recordChange(tx, { ...deed, action: 'framing_ended', details: { origin } })
  })
}
