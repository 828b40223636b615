import type { Tx } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import {
  endSuspensions,
  lockRunningClocks,
  updateClock,
  type CaseId,
  type StoredClock,
} from '../clock-store.ts'
import { isPaused } from '../clock.ts'
import { getCalendar } from '../get-calendar.ts'
import { moveDueDate } from './move-due-date.ts'

/** The step is done. Null when no clock of it was running. */
export async function stopClock(
  tx: Tx,
  of: CaseId,
  step: string,
  now: Date,
): Promise<StoredClock | null> {
  const clock = (await lockRunningClocks(tx, of)).find((running) => running.step === step)
  return clock ? stop(tx, clock, now) : null
}

/** Nothing of the case runs any more. */
export async function stopAllClocks(tx: Tx, of: CaseId, now: Date): Promise<StoredClock[]> {
  const stopped: StoredClock[] = []
  for (const clock of await lockRunningClocks(tx, of)) stopped.push(await stop(tx, clock, now))
  return stopped
}

async function stop(tx: Tx, running: StoredClock, now: Date): Promise<StoredClock> {
  const on = localDate(now, running.timeZone)
  const clock = isPaused(running) ? await endPause(tx, running, now) : running
  const overdueAt = clock.overdueAt ?? (on > clock.dueOn ? now : null)
  await updateClock(tx, clock, { stoppedAt: now, overdueAt })
  return { ...clock, stoppedAt: now, stoppedOn: on, overdueAt }
}

/** A clock that stops while it stands still waited until then. */
async function endPause(tx: Tx, clock: StoredClock, now: Date): Promise<StoredClock> {
  const on = localDate(now, clock.timeZone)
  await endSuspensions(tx, clock, { at: now, on })
  const suspensions = clock.suspensions.map((one) => ({ ...one, until: one.until ?? on }))
  const calendar = await getCalendar(tx, clock.calendarCode)
  return moveDueDate(tx, { ...clock, suspensions }, calendar, 'suspension', now)
}
