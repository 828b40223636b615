import { listAdministrations } from '../../../administrations/index.ts'
import type { Role } from '../../../people/index.ts'
import { localDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import { nextNoticeTime, noticeTimesOn } from '../../notice-hours.ts'
import { findOffice, type Office } from '../../office.ts'
import { listPulses } from '../../pulse-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { listShortages } from '../../shortage-store.ts'
import { isReportState } from '../report-rules.ts'
import { NEW_STATES, needOf, strongest, worthALook, type Need } from '../silence-rules.ts'
import { tellReaders } from '../tell-readers.ts'

/**
 * In the hour before the first fixed hour of a working day: all officers alike are told that there is
 * something to see, whoever of them can open it; on silence, the alternate authority too. Nothing else
 * is told.
 */
export async function remindReaders(system: System, now: Date): Promise<void> {
  for (const { slug } of await listAdministrations(system.db)) {
    const office = await findOffice(system, slug, now)
    const at = office && firstTimeWithinTheHour(office, now)
    if (!at || !office.calendar.isWorking(localDate(at, office.timeZone))) continue
    const need = await needToday(system, office)
    if (need !== 'none') await tellReaders(system, office, { roles: ROLES[need], at })
  }
}

const ROLES: Record<Exclude<Need, 'none'>, readonly Role[]> = {
  look: ['integrity_officer'],
  escalate: ['integrity_officer', 'alternate_authority'],
}

const HOUR = 3_600_000

function firstTimeWithinTheHour({ notices }: Office, now: Date): Date | null {
  const at = nextNoticeTime(now, notices)
  const [first] = noticeTimesOn(localDate(at, notices.timeZone), notices)
  const isFirst = first?.getTime() === at.getTime()
  return isFirst && at.getTime() - now.getTime() <= HOUR ? at : null
}

async function needToday(system: System, office: Office): Promise<Need> {
  const { administrationId, rules, calendar, day } = office
  const worth = { ...worthALook(rules, calendar, day), newStates: NEW_STATES }
  return inSealedTransaction(requireSealed(system), administrationId, async (tx) => {
    // since the working day before: what ran out after that day's notice is told with the next
    const shortages = await listShortages(tx, calendar.addWorkingDays(day, -1))
    const pulses = await listPulses(tx, worth)
    const needs = pulses.map(({ state, ...pulse }) => {
      if (!isReportState(state)) throw new Error('a report is in a state nobody knows')
      return needOf({ ...pulse, state }, rules, calendar, day)
    })
    return strongest(shortages.length > 0 ? [...needs, 'look'] : needs)
  })
}
