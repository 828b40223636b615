import { listEarlier } from '../../../cases/index.ts'
import { inTransaction, type Db, type Tx } from '../../../platform/database/connection.ts'
import { beginningOf, type CaseFacts } from '../case-facts.ts'
import { addCells } from '../cell-store.ts'
import { cellsOf } from '../cells.ts'
import { listCounted, upsertCounted } from '../facts-store.ts'
import { isWholeMarked, listMarked, takeMarks } from '../mark-store.ts'
import { FORMULAS } from '../measures.ts'
import { lockState, updateState } from '../state-store.ts'
import { Tally } from '../tally.ts'
import { readFactsOf } from '../told-facts.ts'
import { rebuildIndicators } from './rebuild-indicators.ts'

const PORTION = 500
/** Beyond, counting everything anew is less work. */
const MOST_MARKS = 20_000

/** Counts anew what changed in any book since it was counted last. Done twice it counts once. */
export async function countMarked(db: Db, now: Date): Promise<void> {
  for (const administrationId of await listMarked(db)) {
    while ((await countSome(db, administrationId, now)) === 'more') {
      // another portion
    }
  }
}

async function countSome(db: Db, administrationId: string, now: Date): Promise<'more' | 'done'> {
  const counted = await inTransaction(db, async (tx) => {
    const state = await lockState(tx, administrationId, now, 'skip')
    if (!state) return 'done'
    const isWhole = await isWholeMarked(tx, administrationId, MOST_MARKS)
    if (isWhole || state.formulas !== FORMULAS) return 'rebuild'
    const marks = await takeMarks(tx, administrationId, PORTION)
    const facts = marks.length === 0 ? [] : await countCases(tx, administrationId, marks)
    await updateState(tx, administrationId, {
      formulas: FORMULAS,
      now,
      beganOn: beginningOf(facts),
    })
    return marks.length === PORTION ? 'more' : 'done'
  })
  if (counted !== 'rebuild') return counted
  await rebuildIndicators(db, administrationId, now)
  return 'more'
}

/** Adds the difference between what the cases contributed before and what they contribute now. */
async function countCases(
  tx: Tx,
  administrationId: string,
  marks: readonly string[],
): Promise<CaseFacts[]> {
  // a later case changes what the one before it tells
  const ids = [...new Set([...marks, ...(await listEarlier(tx, administrationId, marks))])]
  const facts = await readFactsOf(tx, administrationId, ids)
  const tally = new Tally()
  for (const before of await listCounted(tx, administrationId, 'book', ids)) tally.takeAway(before)
  for (const after of facts) tally.add(after)
  await addCells(tx, administrationId, cellsOf(tally.months()))
  await upsertCounted(tx, facts)
  return facts
}
