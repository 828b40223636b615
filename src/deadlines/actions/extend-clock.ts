import type { Tx } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { Invalid, NotFound, WrongState } from '../../platform/errors.ts'
import {
  insertExtension,
  lockRunningClocks,
  type CaseId,
  type StoredClock,
} from '../clock-store.ts'
import { isOverdue } from '../clock-progress.ts'
import { getCalendar } from '../get-calendar.ts'
import { moveDueDate } from './move-due-date.ts'

/** Gives a step more time where its term allows it: so often, so long, and before the date has passed. */
export async function extendClock(
  tx: Tx,
  of: CaseId,
  request: { step: string; days?: number },
  now: Date,
): Promise<StoredClock> {
  const clock = (await lockRunningClocks(tx, of)).find(({ step }) => step === request.step)
  if (!clock) throw new NotFound()
  const allowed = clock.term.extension
  if (!allowed || clock.extensions.length >= allowed.times) throw new WrongState()
  const calendar = await getCalendar(tx, clock.calendarCode)
  if (isOverdue(clock, calendar, localDate(now, clock.timeZone))) throw new WrongState()

  const days = request.days ?? allowed.days
  if (days < 1 || days > allowed.days) {
    throw new Invalid([
      { field: '/days', code: 'extension_too_long', values: { days: allowed.days } },
    ])
  }
  const extension = { days, unit: allowed.unit, at: now, source: allowed.source }
  await insertExtension(tx, clock, extension)
  const extended = { ...clock, extensions: [...clock.extensions, extension] }
  return moveDueDate(tx, extended, calendar, 'extension', now)
}
