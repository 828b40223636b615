import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import type { Staff, StaffDeed } from '../../people/index.ts'
import type { System } from '../../system.ts'
import type { Readers, SavedView } from '../saved-view.ts'
import { mayChange } from '../view-policy.ts'
import { deleteView, hasOther, lockView, updateView } from '../view-store.ts'

/** Which view, as it was on the page from which somebody acts. */
export interface SeenView {
  viewId: string
  version: number
}

/** Another name, or other readers. */
export async function changeView(
  { db }: Pick<System, 'db'>,
  staff: Staff,
  deed: StaffDeed,
  seen: SeenView,
  to: { name: string; readers: Readers },
): Promise<void> {
  const { administrationId } = deed
  await inTransaction(db, async (tx) => {
    const view = await lockSeen(tx, staff, administrationId, seen)
    if (await hasOther(tx, administrationId, { ...view, name: to.name })) {
      throw new Invalid([{ field: 'name', code: 'taken' }])
    }
    await updateView(tx, administrationId, { ...view, ...to })
    const details = { viewId: view.viewId, audience: to.readers.audience }
    await recordChange(tx, { ...deed, action: 'view_changed', details })
  })
}

/** Gone for all who found it; no case is touched. */
export async function dropView(
  { db }: Pick<System, 'db'>,
  staff: Staff,
  deed: StaffDeed,
  seen: SeenView,
): Promise<void> {
  const { administrationId } = deed
  await inTransaction(db, async (tx) => {
    const { viewId, readers } = await lockSeen(tx, staff, administrationId, seen)
    await deleteView(tx, administrationId, viewId)
    const details = { viewId, audience: readers.audience }
    await recordChange(tx, { ...deed, action: 'view_deleted', details })
  })
}

async function lockSeen(
  tx: Tx,
  staff: Staff,
  administrationId: string,
  { viewId, version }: SeenView,
): Promise<SavedView> {
  const view = await lockView(tx, administrationId, viewId)
  if (!mayChange(staff, view, administrationId)) throw new NotFound()
  if (view.version !== version) throw new Invalid([{ field: 'name', code: 'moved' }])
  return view
}
