import type { Tx } from '../../platform/database/connection.ts'
import { lockRunningClocks, updateClock, type CaseId, type StoredClock } from '../clock-store.ts'

/** The person is being told the date as it stands: from now on it is never shortened. */
export async function tellDueDate(tx: Tx, of: CaseId, step: string): Promise<StoredClock | null> {
  const clock = (await lockRunningClocks(tx, of)).find((running) => running.step === step)
  if (!clock) return null
  await updateClock(tx, clock, { toldDueOn: clock.dueOn })
  return { ...clock, neverBefore: clock.dueOn }
}
