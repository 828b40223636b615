import { listAdministrations, type Administration } from '../../../administrations/index.ts'
import { queueNotice } from '../../../notices/index.ts'
import { listContacts } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { addDays, localDate, localTime, type PlainDate } from '../../../platform/dates.ts'
import { defaultLanguage, translator } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import { REPORT_DUE } from '../emails/report-due.ts'
import { listOwed, type OwedItem } from '../list-owed.ts'
import { insertReminder } from '../reminder-store.ts'
import type { YearTerms } from '../terms.ts'
import { findTerms } from '../terms-store.ts'

/** Nobody is written to before the day begins where they work. */
const HOUR = '07:00'

/** To whoever owes a report of progress, so many days before and after its day as was said. Gives how many. */
export async function remindReports(system: System, now: Date): Promise<number> {
  let told = 0
  for (const administration of await listAdministrations(system.db)) {
    const today = localDate(now, administration.timeZone)
    if (localTime(now, administration.timeZone) < HOUR) continue
    const terms = await findTerms(system.db, administration.administrationId)
    for (const item of await listToRemind(system, administration, terms, today)) {
      told += await remind(system, administration, item, { today, now })
    }
  }
  return told
}

async function listToRemind(
  { db }: System,
  administration: Administration,
  { remindBefore, remindAfter }: YearTerms,
  today: PlainDate,
): Promise<OwedItem[]> {
  const days = [
    ...(remindBefore === null ? [] : [addDays(today, remindBefore)]),
    ...(remindAfter === null ? [] : [addDays(today, -remindAfter)]),
  ]
  const [last] = days
  if (last === undefined) return []
  const speech = { t: translator(defaultLanguage), lang: defaultLanguage }
  const owed = await listOwed(db, administration, last, speech)
  return owed.filter(({ kind, on }) => kind === 'progress' && days.includes(on))
}

async function remind(
  { db, jobs }: System,
  { administrationId }: Administration,
  { id: item, ownerId }: OwedItem,
  { today, now }: { today: PlainDate; now: Date },
): Promise<number> {
  const [contact] = await listContacts(db, [ownerId])
  if (!contact) return 0
  const { accountId, language } = contact
  return inTransaction(db, async (tx) => {
    if (!(await insertReminder(tx, administrationId, { accountId, item, on: today }))) return 0
    const to = { recipient: 'account', accountId } as const
    const notice = { administrationId, template: REPORT_DUE, to, language, details: { item } }
    await queueNotice(tx, jobs, notice, now)
    return 1
  })
}
