import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { beginningOf } from '../case-facts.ts'
import { addCells, countCells, deleteCells } from '../cell-store.ts'
import { cellsOf } from '../cells.ts'
import { deleteCounted, upsertCounted } from '../facts-store.ts'
import { deleteMarks } from '../mark-store.ts'
import { FORMULAS } from '../measures.ts'
import { lockState, updateState } from '../state-store.ts'
import { Tally } from '../tally.ts'
import { readAllFacts } from '../told-facts.ts'

/** So many months of places are counted in memory before they are written. */
const MOST_IN_MEMORY = 20_000

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
    let tally = new Tally()
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
      if (tally.size < MOST_IN_MEMORY) continue
      await addCells(tx, administrationId, cellsOf(tally))
      tally = new Tally()
    }
    await addCells(tx, administrationId, cellsOf(tally))
    await updateState(tx, administrationId, { formulas: FORMULAS, now, beganOn })
    return { cases, cells: await countCells(tx, administrationId) }
  })
}

function earlier(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
