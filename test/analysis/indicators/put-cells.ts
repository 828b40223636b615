import type { CaseFacts } from '../../../src/analysis/index.ts'
import { addCells } from '../../../src/analysis/indicators/cell-store.ts'
import { cellsOf } from '../../../src/analysis/indicators/cells.ts'
import { FORMULAS } from '../../../src/analysis/indicators/measures.ts'
import { lockState, updateState } from '../../../src/analysis/indicators/state-store.ts'
import { Tally } from '../../../src/analysis/indicators/tally.ts'
import { inTransaction, type Db } from '../../../src/platform/database/connection.ts'

/** Puts what cases count for into the cells, as if they had changed just now. */
export function putCells(
  db: Db,
  administrationId: string,
  cases: readonly CaseFacts[],
  now: Date,
): Promise<void> {
  const tally = new Tally()
  for (const facts of cases) tally.add(facts)
  return inTransaction(db, async (tx) => {
    await lockState(tx, administrationId, now, 'wait')
    await addCells(tx, administrationId, cellsOf(tally.months()))
    await updateState(tx, administrationId, { formulas: FORMULAS, now, beganOn: null })
  })
}
