import type { Tx } from '../../platform/database/connection.ts'
import { lockRunningClocks, updateClock, type CaseId, type StoredClock } from '../clock-store.ts'
import { getCalendar } from '../get-calendar.ts'
import type { Term } from '../term.ts'
import { moveDueDate } from './move-due-date.ts'

/**
 * The case turned out to be of another kind or place: the running clock of the step counts by that term
 * and calendar from its own beginning, pauses included. Null when no clock of the step runs.
 */
export async function changeTerm(
  tx: Tx,
  of: CaseId,
  { term, calendarCode }: { term: Term; calendarCode: string },
  now: Date,
): Promise<StoredClock | null> {
  const clock = (await lockRunningClocks(tx, of)).find(({ step }) => step === term.step)
  if (!clock) return null
  const calendar = await getCalendar(tx, calendarCode)
  await updateClock(tx, clock, { term, calendarCode, calendarVersion: calendar.version })
  const changed = { ...clock, term, calendarCode, calendarVersion: calendar.version }
  return moveDueDate(tx, changed, calendar, 'classification', now)
}
