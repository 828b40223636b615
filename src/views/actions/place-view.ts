import { inTransaction } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { writeDefault, writeOrder } from '../place-store.ts'
import { MOST_FOUND } from '../saved-view.ts'
import type { Finder } from '../view-policy.ts'
import { listViewsFor } from '../view-store.ts'

/** How one person finds the views; nobody else's order changes. */

export async function moveView(
  { db }: Pick<System, 'db'>,
  finder: Finder,
  viewId: string,
  direction: 'up' | 'down',
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const order = (await listViewsFor(tx, finder, MOST_FOUND)).map((view) => view.viewId)
    const place = order.indexOf(viewId)
    if (place < 0) throw new NotFound()
    const other = direction === 'up' ? place - 1 : place + 1
    const [one, two] = [order[place], order[other]]
    if (one === undefined || two === undefined) return
    await writeOrder(tx, finder, order.with(place, two).with(other, one))
  })
}

/** Null: as everybody in their role begins. */
export async function beginWith(
  { db }: Pick<System, 'db'>,
  finder: Finder,
  viewId: string | null,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const found = await listViewsFor(tx, finder, MOST_FOUND)
    if (viewId !== null && !found.some((view) => view.viewId === viewId)) throw new NotFound()
    await writeDefault(tx, finder, viewId)
  })
}
