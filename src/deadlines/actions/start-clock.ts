import type { Tx } from '../../platform/database/connection.ts'
import { insertClocks } from '../clock-store.ts'
import { getCalendar } from '../get-calendar.ts'
import { planClock, type NewClock, type PlannedClock } from '../plan-clock.ts'

/** Starts the clock of one step. A step that already runs has to stop first. */
export async function startClock(
  tx: Tx,
  clock: NewClock & { calendarCode: string },
): Promise<PlannedClock> {
  const planned = planClock(clock, await getCalendar(tx, clock.calendarCode))
  await insertClocks([planned.row]).execute(tx)
  return planned
}
