import {
  holdRing,
  inWholeSealedTransaction,
  type SealedDb,
  type SealedRows,
} from '../sealed-store.ts'
import { countSpentSlots, countTakenSlots } from '../taken-slot-store.ts'
import { slotsWanted, topUpRing } from './keep-ring.ts'
import type { Ring } from './ring.ts'

/** Makes the ring at the first start. A ring that is gone while reports need it is never replaced by a new one. */
export async function prepareRing(db: SealedDb, ring: Ring): Promise<'ready' | 'missing'> {
  if (ring.size() > 0) return 'ready'
  return inWholeSealedTransaction(db, async (rows) => {
    await holdRing(rows)
    const used = await countTakenSlots(rows)
    if (ring.size() > 0) return 'ready'
    if (used > 0) return 'missing'
    topUpRing(ring.path, slotsWanted(0))
    return 'ready'
  })
}

/** More slots than were ever used are kept ready. The caller holds the ring. */
export async function topUpForUse(rows: SealedRows, ring: Ring): Promise<number> {
  return topUpRing(ring.path, slotsWanted(await countSpentSlots(rows)))
}
