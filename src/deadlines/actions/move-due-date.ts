import type { Tx } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { insertMove } from '../clock-move-store.ts'
import { updateClock, type StoredClock } from '../clock-store.ts'
import { dueOn } from '../due-date.ts'
import type { MoveReason } from '../tables.ts'
import type { WorkingCalendar } from '../working-calendar.ts'

/** Works the date out again; when it is another, keeps the old one with the reason. */
export async function moveDueDate(
  tx: Tx,
  clock: StoredClock,
  calendar: WorkingCalendar,
  reason: MoveReason,
  now: Date,
): Promise<StoredClock> {
  const due = dueOn(clock, calendar)
  const calendarVersion = calendar.version
  const isLate = localDate(now, clock.timeZone) > due
  const overdueAt = isLate ? clock.overdueAt : null
  if (due !== clock.dueOn)
    await insertMove(tx, clock, { at: now, dueOn: due, reason, calendarVersion })
  if (due !== clock.dueOn || calendarVersion !== clock.calendarVersion) {
    await updateClock(tx, clock, { dueOn: due, calendarVersion, overdueAt })
  }
  return { ...clock, dueOn: due, calendarVersion, overdueAt }
}
