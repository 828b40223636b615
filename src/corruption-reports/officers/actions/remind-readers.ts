import { listAdministrations } from '../../../administrations/index.ts'
import { queueNotice } from '../../../notices/index.ts'
import { listContacts, listHolders, type Role } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import { listMessages } from '../../message-store.ts'
import { findOffice, type Office } from '../../office.ts'
import { listReports } from '../../report-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { listShortages } from '../../shortage-store.ts'
import { somethingToSee } from '../emails/something-to-see.ts'
import { readCourse } from '../record-act.ts'
import { needOf, strongest, type Need } from '../silence-rules.ts'

/**
 * Once a working day, at a fixed hour: all officers alike are told that there is something to see,
 * whoever of them can open it; on silence, the alternate authority too. Nothing else is told.
 */
export async function remindReaders(system: System, now: Date): Promise<void> {
  for (const { slug } of await listAdministrations(system.db)) {
    const office = await findOffice(system, slug, now)
    if (!office?.calendar.isWorking(office.day)) continue
    const need = await needToday(system, office)
    if (need !== 'none') await tell(system, office, ROLES[need], now)
  }
}

const ROLES: Record<Exclude<Need, 'none'>, readonly Role[]> = {
  look: ['integrity_officer'],
  escalate: ['integrity_officer', 'alternate_authority'],
}

async function needToday(system: System, office: Office): Promise<Need> {
  const { administrationId, rules, calendar, day } = office
  return inSealedTransaction(requireSealed(system), administrationId, async (tx) => {
    // since the working day before: what ran out after that day's notice is told with the next
    const shortages = await listShortages(tx, calendar.addWorkingDays(day, -1))
    const needs: Need[] = shortages.length > 0 ? ['look'] : []
    for (const report of await listReports(tx)) {
      const { state, clocks, events } = await readCourse(tx, report)
      const messages = await listMessages(tx, report)
      const acts = [...events, ...messages].filter(({ byAccount }) => byAccount !== null)
      const days = acts.map((act) => act.day).sort()
      const pulse = {
        state,
        clocks,
        lastAct: days.at(-1) ?? report.receivedOn,
        waitsForAnswer: messages.at(-1)?.direction === 'from_reporter',
      }
      needs.push(needOf(pulse, rules, calendar, day))
    }
    return strongest(needs)
  })
}

async function tell(
  system: System,
  { administrationId, day }: Office,
  roles: readonly Role[],
  now: Date,
): Promise<void> {
  const holders = await listHolders(system.db, roles, { administrationId }, day)
  const contacts = await listContacts(system.db, holders)
  await inTransaction(system.db, async (tx) => {
    for (const { accountId, language } of contacts) {
      const notice = {
        administrationId,
        template: somethingToSee.template,
        to: { recipient: 'account', accountId } as const,
        language,
      }
      await queueNotice(tx, system.jobs, notice, now)
    }
  })
}
