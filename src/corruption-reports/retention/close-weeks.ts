import { randomBytes } from 'node:crypto'
import { addDays, weekday, type PlainDate } from '../../platform/dates.ts'
import type { Secrets } from '../../platform/secrets.ts'
import { deleteLeaves, findLastBatch, insertBatch, listWaitingLeaves } from '../commitment-store.ts'
import { fillBatches, signBatch } from '../sealing/commitment-batch.ts'
import { type SignKeys, signKeysOf } from '../sealing/member-key.ts'
import type { SealedTx } from '../sealed-store.ts'

/** The week of a day, by its Monday. */
export function weekOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - weekday(day))
}

/** The house's own, with which the batches of commitments are signed. Its public half may be shown to all. */
export function commitmentKeysOf(secrets: Secrets): SignKeys {
  return signKeysOf(secrets.keyFor('sealed-commitments'))
}

/** Every week that is over gets its batches, also one without reports. */
export async function closeWeeks(tx: SealedTx, keys: SignKeys, today: PlainDate): Promise<void> {
  const thisWeek = weekOf(today)
  const waiting = await listWaitingLeaves(tx, thisWeek)
  const last = await findLastBatch(tx)
  let { seq, root: previous } = last ?? { seq: 0, root: new Uint8Array(32) }
  const first = last ? addDays(last.week, 7) : (waiting[0]?.week ?? addDays(thisWeek, -7))
  if (first >= thisWeek) return
  for (let week = first; week < thisWeek; week = addDays(week, 7)) {
    // a leaf that came after its week was closed goes into the next
    const isIn = (of: PlainDate) => of === week || (week === first && of < week)
    const leaves = waiting.filter((one) => isIn(one.week)).map(({ leaf }) => leaf)
    for (const filled of fillBatches(leaves, randomBytes)) {
      const unsigned = { administration: tx.administrationId, seq: ++seq, week, previous }
      const { root, signature } = signBatch(keys, { ...unsigned, leaves: filled })
      await insertBatch(tx, { seq, week, leaves: filled, previous, root, signature })
      previous = root
    }
  }
  await deleteLeaves(tx, thisWeek)
}
