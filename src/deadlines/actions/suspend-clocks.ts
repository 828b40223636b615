import type { Tx } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import {
  insertSuspension,
  lockRunningClocks,
  type CaseId,
  type StoredClock,
} from '../clock-store.ts'

/** Stops the time of those clocks of a case whose term says that this reason suspends them. */
export async function suspendClocks(
  tx: Tx,
  of: CaseId,
  reason: string,
  now: Date,
): Promise<StoredClock[]> {
  const clocks = (await lockRunningClocks(tx, of)).filter(
    ({ term, suspensions }) =>
      term.suspendedBy.includes(reason) &&
      !suspensions.some((known) => known.reason === reason && known.until === undefined),
  )
  for (const clock of clocks) await insertSuspension(tx, clock, reason, now)
  return clocks.map((clock) => ({
    ...clock,
    suspensions: [...clock.suspensions, { from: localDate(now, clock.timeZone), reason }],
  }))
}
