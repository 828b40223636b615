import { holdRing, type SealedRows, type SealedTx } from './sealed-store.ts'
import { PAGE_SLOTS } from './shred/ring-file.ts'
import { topUpRing } from './shred/keep-ring.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    taken_slots: { administration_id: string; shred_slot: number }
  }
}

/** So many that at half a ring full it fails once in a million million. */
const TRIES = 40

/** A free slot of the ring, by chance. Writes no file, unless the ring ran out before its daily run. */
export async function takeSlot(tx: SealedTx): Promise<number> {
  for (;;) {
    for (let tries = 0; tries < TRIES; tries++) {
      const slot = tx.ring.randomSlot()
      if (await insertTakenSlot(tx, slot)) return slot
    }
    await holdRing(tx.rows)
    topUpRing(tx.ring.path, tx.ring.size() + 16 * PAGE_SLOTS)
  }
}

async function insertTakenSlot(tx: SealedTx, slot: number): Promise<boolean> {
  const taken = await tx.rows
    .insertInto('taken_slots')
    .values({ administration_id: tx.administrationId, shred_slot: slot })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

export async function deleteTakenSlots(tx: SealedTx, slots: readonly number[]): Promise<void> {
  if (slots.length === 0) return
  await tx.rows
    .deleteFrom('taken_slots')
    .where('administration_id', '=', tx.administrationId)
    .where('shred_slot', 'in', slots)
    .execute()
}

/** Of filings that turned out to have come before: nothing was ever boxed with their keys and kept. */
export async function releaseUnusedSlots(rows: SealedRows): Promise<void> {
  await rows
    .deleteFrom('taken_slots')
    .where('shred_slot', 'not in', rows.selectFrom('reports').select('shred_slot'))
    .where('shred_slot', 'not in', rows.selectFrom('uploads').select('shred_slot'))
    .execute()
}

/** How many slots something stands in. */
export async function countTakenSlots(rows: SealedRows): Promise<number> {
  const { taken } = await rows
    .selectFrom('taken_slots')
    .select((of) => of.fn.countAll<number>().as('taken'))
    .executeTakeFirstOrThrow()
  return taken
}

/** How many slots of the ring cannot be taken: erased ones are not used again. */
export async function countSpentSlots(rows: SealedRows): Promise<number> {
  const { erased } = await rows
    .selectFrom('erasures')
    .select((of) => of.fn.countAll<number>().as('erased'))
    .executeTakeFirstOrThrow()
  return erased + (await countTakenSlots(rows))
}
