import { getBookRulesById, type BookRules } from '../../../administrations/index.ts'
import {
  alertsToSend,
  getCalendar,
  levelsReached,
  type AlertLevel,
} from '../../../deadlines/index.ts'
import { queueNotice } from '../../../notices/index.ts'
import { isRole, listContacts, listHolders } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import { localDate } from '../../../platform/dates.ts'
import { rulesOn } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { SHEETS_WAITING } from '../emails/sheets-waiting.ts'
import { insertPileAlert, listAdministrationsWithPiles, updateLoaded } from '../pile-store.ts'
import { listWaitingPiles, type WaitingPile } from '../waiting-piles.ts'

/** Marks what was typed meanwhile and reminds of what was not; each level is told once. */
export async function watchPiles(system: System, now: Date): Promise<number> {
  let told = 0
  for (const administrationId of await listAdministrationsWithPiles(system.db)) {
    const book = await getBookRulesById(system, administrationId, now)
    const { piles, loaded } = await listWaitingPiles(system.db, administrationId)
    await inTransaction(system.db, (tx) => updateLoaded(tx, administrationId, loaded, now))
    for (const pile of piles) told += await remind(system, book, pile, now)
  }
  return told
}

async function remind(
  system: System,
  book: BookRules,
  pile: WaitingPile,
  now: Date,
): Promise<number> {
  const { administration, centres, regime } = book
  if (pile.dueOn === null) return 0
  const today = localDate(now, administration.timeZone)
  const centre = centres.find(({ centreId }) => centreId === pile.centreId)
  const calendar = await getCalendar(system.db, centre?.calendarCode ?? administration.calendarCode)
  const levels = rulesOn(regime.alerts, today).filter(({ step }) => step === 'transcription')
  const clock = { startedOn: pile.receivedOn, dueOn: pile.dueOn }
  const reached = levelsReached(levels, clock, calendar, today)
  return inTransaction(system.db, async (tx) => {
    const fresh: AlertLevel[] = []
    for (const level of reached) {
      if (await insertPileAlert(tx, pile, level.level, now)) fresh.push(level)
    }
    const alerts = alertsToSend(fresh)
    for (const { to } of alerts) await tell(tx, system, pile, { role: to, today, now })
    return alerts.length
  })
}

async function tell(
  tx: Tx,
  { jobs }: System,
  { administrationId, centreId, pileId }: WaitingPile,
  { role, today, now }: { role: string; today: string; now: Date },
): Promise<void> {
  if (!isRole(role)) return
  const place = { administrationId, centreId: role === 'office_head' ? centreId : null }
  const accountIds = await listHolders(tx, [role], place, today)
  for (const { accountId, language } of await listContacts(tx, accountIds)) {
    const to = { recipient: 'account', accountId } as const
    const notice = { administrationId, template: SHEETS_WAITING, to, language, details: { pileId } }
    await queueNotice(tx, jobs, notice, now)
  }
}
