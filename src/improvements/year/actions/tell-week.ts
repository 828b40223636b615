import { listAdministrations, type Administration } from '../../../administrations/index.ts'
import { queueNotice } from '../../../notices/index.ts'
import { listContacts } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { addDays, localDate, localTime, weekday, type PlainDate } from '../../../platform/dates.ts'
import { defaultLanguage, translator } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import { WEEK_OF_DUES } from '../emails/week-of-dues.ts'
import { insertWeekLetter } from '../letter-store.ts'
import { listOwed } from '../list-owed.ts'

/** Nobody is written to before the day begins where they work. */
const HOUR = '07:00'

/** Once a week, to each who owes something until Sunday or from before. Gives how many letters were queued. */
export async function tellWeek(system: System, now: Date): Promise<number> {
  let told = 0
  for (const administration of await listAdministrations(system.db)) {
    const { timeZone } = administration
    const today = localDate(now, timeZone)
    const isTime = weekday(today) === 1 && localTime(now, timeZone) >= HOUR
    if (isTime) told += await tellStaff(system, administration, today, now)
  }
  return told
}

async function tellStaff(
  { db, jobs }: System,
  administration: Administration,
  monday: PlainDate,
  now: Date,
): Promise<number> {
  const { administrationId } = administration
  const speech = { t: translator(defaultLanguage), lang: defaultLanguage }
  const owed = await listOwed(db, administration, addDays(monday, 6), speech)
  const owing = [...new Set(owed.map(({ ownerId }) => ownerId))]
  let told = 0
  for (const { accountId, language } of await listContacts(db, owing)) {
    await inTransaction(db, async (tx) => {
      if (!(await insertWeekLetter(tx, administrationId, accountId, monday))) return
      const to = { recipient: 'account', accountId } as const
      const notice = { administrationId, template: WEEK_OF_DUES, to, language }
      await queueNotice(tx, jobs, notice, now)
      told += 1
    })
  }
  return told
}
