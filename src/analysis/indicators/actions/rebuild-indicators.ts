import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { beginningOf, type CaseFacts } from '../case-facts.ts'
import { addCells, countCells, deleteCells } from '../cell-store.ts'
import { cellsOf } from '../cells.ts'
import { monthOf } from '../contributions.ts'
import { deleteCounted, upsertCounted } from '../facts-store.ts'
import { deleteMarks } from '../mark-store.ts'
import { FORMULAS } from '../measures.ts'
import { lockState, updateState } from '../state-store.ts'
import { Tally } from '../tally.ts'
import { readAllFacts } from '../told-facts.ts'

/** After every month. */
const NEVER = '9999-12-31'
/** So many months of places are counted in memory before they are written. */
const MOST_IN_MEMORY = 3_000

export interface Rebuilt {
  cases: number
  cells: number
}

/**
 * Counts every case of an administration anew. The new cells replace the old ones at once: who reads
 * meanwhile, or after it was stopped half way, finds the old ones.
 */
export function rebuildIndicators(
  db: Db,
  administrationId: string,
  now: Date,
  onProgress: (cases: number) => void = () => {},
): Promise<Rebuilt> {
  return inTransaction(db, async (tx) => {
    await lockState(tx, administrationId, now, 'wait')
    // what changes from here on leaves a new mark
    await deleteMarks(tx, administrationId)
    await deleteCells(tx, administrationId)
    await deleteCounted(tx, administrationId)
    const tally = new Tally()
    let cases = 0
    let beganOn: PlainDate | null = null
    for await (const facts of readAllFacts(tx, administrationId)) {
      for (const each of facts) tally.add(each)
      // only what can change again has to be taken away one day
      await upsertCounted(
        tx,
        facts.filter(({ source }) => source === 'book'),
      )
      cases += facts.length
      beganOn = earlier(beganOn, beginningOf(facts))
      onProgress(cases)
      for (const months of overflowOf(tally, facts)) {
        await addCells(tx, administrationId, cellsOf(months))
      }
    }
    await addCells(tx, administrationId, cellsOf(tally.months()))
    await updateState(tx, administrationId, { formulas: FORMULAS, now, beganOn })
    return { cases, cells: await countCells(tx, administrationId) }
  })
}

/** Cases are told in the order of their registration, and hardly ever count for a month before it. */
function* overflowOf(tally: Tally, facts: readonly CaseFacts[]) {
  if (tally.size < MOST_IN_MEMORY) return
  const [earliest = NEVER] = facts.map(({ registeredOn }) => registeredOn).sort()
  yield tally.takeBefore(monthOf(earliest))
  if (tally.size >= MOST_IN_MEMORY) yield tally.takeBefore(NEVER)
}

function earlier(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
