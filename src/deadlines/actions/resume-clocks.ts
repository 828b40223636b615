import type { Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { endSuspensions, lockRunningClocks, type CaseId, type StoredClock } from '../clock-store.ts'
import { getCalendar } from '../get-calendar.ts'
import { countsAsMadeOn } from '../term.ts'
import { moveDueDate } from './move-due-date.ts'

/** The time goes on the day after the reply; each clock comes back with its new date. */
export async function resumeClocks(
  tx: Tx,
  of: CaseId,
  reason: string,
  now: Date,
): Promise<StoredClock[]> {
  const resumed: StoredClock[] = []
  for (const clock of await lockRunningClocks(tx, of)) {
    const open = clock.suspensions.find((one) => one.reason === reason && one.until === undefined)
    if (!open) continue
    const calendar = await getCalendar(tx, clock.calendarCode)
    const repliedOn = countsAsMadeOn(now, clock.timeZone, clock.term, calendar)
    const on = repliedOn > open.from ? repliedOn : open.from
    await endSuspensions(tx, clock, { at: now, on, reason })
    const running = { ...clock, suspensions: ended(clock, on, reason) }
    resumed.push(await moveDueDate(tx, running, calendar, 'suspension', now))
  }
  return resumed
}

function ended(clock: StoredClock, on: PlainDate, reason: string) {
  return clock.suspensions.map((one) =>
    one.reason === reason && one.until === undefined ? { ...one, until: on } : one,
  )
}
