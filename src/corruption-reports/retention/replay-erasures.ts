import { deleteErasedRows, insertErasures, listErasures, type Erasure } from '../erasure-store.ts'
import { holdRing, inWholeSealedTransaction, type SealedDb } from '../sealed-store.ts'
import { appendErasures, erasureListPath, readErasures } from '../shred/erasure-list.ts'
import { eraseSlots } from '../shred/keep-ring.ts'
import type { Ring } from '../shred/ring.ts'

/**
 * Erases again whatever the list beside the ring or the one in the database says was erased: after a
 * restore of either, and after a crash in the middle. Returns how many of them were not erased.
 */
export function replayErasures(ground: { db: SealedDb; ring: Ring }): Promise<number> {
  const { db, ring } = ground
  return inWholeSealedTransaction(db, async (rows) => {
    await holdRing(rows)
    const listed = readErasures(erasureListPath(ring.folder))
    const stored = await listErasures(rows)
    const all = [...new Map([...listed, ...stored].map((one) => [one.shredSlot, one])).values()]
    const missing = notIn(listed, all)
    const standing = all.filter(
      ({ shredSlot }) => shredSlot < ring.size() && !ring.isErased(shredSlot),
    )
    if (missing.length > 0) appendErasures(erasureListPath(ring.folder), missing)
    if (standing.length > 0)
      eraseSlots(
        ring.path,
        standing.map(({ shredSlot }) => shredSlot),
      )
    await insertErasures(rows, notIn(stored, all))
    await deleteErasedRows(rows)
    return standing.length
  })
}

/** Those of all whose slot is not in a list. */
function notIn(list: readonly Erasure[], all: readonly Erasure[]): Erasure[] {
  const known = new Set(list.map(({ shredSlot }) => shredSlot))
  return all.filter(({ shredSlot }) => !known.has(shredSlot))
}
