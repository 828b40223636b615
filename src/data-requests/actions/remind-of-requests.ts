import { getBookRulesById } from '../../administrations/index.ts'
import { getCalendar } from '../../deadlines/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { isReminderDay } from '../reminder-days.ts'
import { nextDay } from '../request-clock.ts'
import { listOpenEverywhere } from '../request-store.ts'
import { tellResponsibles } from '../tell.ts'

/** Once a working day: what is near its day or past it is told to whoever answers for it. */
export async function remindOfRequests(system: System, now: Date): Promise<number> {
  let reminded = 0
  for (const request of await listOpenEverywhere(system.db)) {
    const { administration } = await getBookRulesById(system, request.administrationId, now)
    const calendar = await getCalendar(system.db, administration.calendarCode)
    const today = localDate(now, administration.timeZone)
    const day = nextDay(request)
    if (day === null || !isReminderDay(day, today, calendar)) continue
    await inTransaction(system.db, (tx) => tellResponsibles({ tx, system, request, now }, today))
    reminded += 1
  }
  return reminded
}
