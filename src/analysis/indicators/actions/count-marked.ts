import { inTransaction, type Db, type Tx } from '../../../platform/database/connection.ts'
import { beginningOf, type CaseFacts } from '../case-facts.ts'
import { addCells } from '../cell-store.ts'
import { cellsOf } from '../cells.ts'
import { listCounted, upsertCounted } from '../facts-store.ts'
import { listMarked, takeMarks, type Mark } from '../mark-store.ts'
import { FORMULAS } from '../measures.ts'
import { lockState, updateState } from '../state-store.ts'
import { Tally } from '../tally.ts'
import { markedIn, SOURCES, type Source } from '../told-facts.ts'
import { rebuildIndicators } from './rebuild-indicators.ts'

const PORTION = 500

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
    if (state.formulas !== FORMULAS) return 'never'
    const marks = await takeMarks(tx, administrationId, PORTION)
    const facts: CaseFacts[] = []
    for (const source of SOURCES) {
      facts.push(...(await countSource(tx, administrationId, source, marks)))
    }
    await updateState(tx, administrationId, {
      formulas: FORMULAS,
      now,
      beganOn: beginningOf(facts),
    })
    return marks.length === PORTION ? 'more' : 'done'
  })
  if (counted !== 'never') return counted
  await rebuildIndicators(db, administrationId, now)
  return 'more'
}

/** Adds the difference between what the cases contributed before and what they contribute now. */
async function countSource(
  tx: Tx,
  administrationId: string,
  source: Source,
  marks: readonly Mark[],
): Promise<CaseFacts[]> {
  const marked = markedIn(source, marks)
  if (marked.length === 0) return []
  const ids = [...new Set(await source.listTouched(tx, administrationId, marked))]
  const facts = await source.readFacts(tx, administrationId, ids)
  const tally = new Tally()
  for (const before of await listCounted(tx, administrationId, source.source, ids)) {
    tally.takeAway(before)
  }
  for (const after of facts) tally.add(after)
  await addCells(tx, administrationId, cellsOf(tally))
  await upsertCounted(tx, facts)
  return facts
}
