import { randomUUID } from 'node:crypto'
import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { Invalid } from '../../platform/errors.ts'
import type { StaffDeed } from '../../people/index.ts'
import type { System } from '../../system.ts'
import { MOST_VIEWS, type Readers } from '../saved-view.ts'
import { countOwnViews, insertView } from '../view-store.ts'

/** Gives a list of the desk its name. */
export async function keepView(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  { name, trail, readers }: { name: string; trail: string; readers: Readers },
): Promise<string> {
  const { administrationId, accountId: ownerId, at } = deed
  return inTransaction(db, async (tx) => {
    if ((await countOwnViews(tx, administrationId, ownerId)) >= MOST_VIEWS) {
      throw new Invalid([{ field: 'name', code: 'too_many' }])
    }
    const viewId = randomUUID()
    const view = { viewId, ownerId, name, trail, readers }
    if (!(await insertView(tx, administrationId, view, at))) {
      throw new Invalid([{ field: 'name', code: 'taken' }])
    }
    const details = { viewId, audience: readers.audience }
    await recordChange(tx, { ...deed, action: 'view_kept', details })
    return viewId
  })
}
