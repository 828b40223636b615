import { getBookRules } from '../administrations/index.ts'
import { getCalendar } from '../deadlines/index.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import { NotFound } from '../platform/errors.ts'
import { corruptionRulesOn } from '../regimes/index.ts'
import type { System } from '../system.ts'
import type { NoticeHours } from './notice-hours.ts'
import type { DayCount } from './officers/report-clocks.ts'

/** What the administration's rules on reports of corruption say today, and how its days are counted. */
export interface Office extends DayCount {
  administrationId: string
  slug: string
  name: string
  day: PlainDate
  notices: NoticeHours
}

/** Where the regime has no such rules, reports of corruption are not taken and nothing of them exists. */
export async function getOffice(system: System, slug: string, now: Date): Promise<Office> {
  const office = await findOffice(system, slug, now)
  if (!office) throw new NotFound()
  return office
}

export async function findOffice(system: System, slug: string, now: Date): Promise<Office | null> {
  const { administration, regime } = await getBookRules(system, slug, now)
  if (!regime.corruption) return null
  const { administrationId, timeZone, calendarCode, name, contact } = administration
  const day = localDate(now, timeZone)
  return {
    administrationId,
    slug,
    name,
    day,
    timeZone,
    notices: { timeZone, hours: contact.sealedNoticesAt },
    rules: corruptionRulesOn(regime.corruption, day),
    calendar: await getCalendar(system.db, calendarCode),
  }
}
