import { listMovedSince } from '../deadlines/index.ts'
import { queueNoticeOnce } from '../notices/index.ts'
import { listContacts } from '../people/index.ts'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { Case } from './case.ts'
import { listOpenOf } from './in-hand-store.ts'

export const DATES_MOVED = 'dates_moved'

/** Several days off are often declared one after the other, and a mistake is put right soon: one letter tells all. */
const LETTER_WAITS_MS = 3_600_000

export interface MovedCase {
  item: Case
  dueBefore: string
}

/** The person of each case, and whoever has it in hand: one letter each, whatever moves within the hour. */
export async function tellMovedDates(
  tx: Tx,
  moved: readonly MovedCase[],
  now: Date,
): Promise<void> {
  const at = new Date(now.getTime() + LETTER_WAITS_MS)
  for (const { item, dueBefore } of moved) {
    if (item.answerBy !== 'email' && !item.electronicNotice) continue
    const { administrationId, caseId, language } = item
    const to = { recipient: 'person' as const }
    const template = 'date_moved'
    const details = { dueBefore }
    await queueNoticeOnce(tx, { administrationId, caseId, template, to, language, details }, at)
  }
  const handlers = new Map(moved.map(({ item }) => [item.handlerId, item.administrationId]))
  for (const [handlerId, administrationId] of handlers) {
    if (handlerId === null) continue
    for (const { accountId, language } of await listContacts(tx, [handlerId])) {
      const to = { recipient: 'account' as const, accountId }
      const details = { since: now.toISOString() }
      const notice = { administrationId, template: DATES_MOVED, to, language, details }
      await queueNoticeOnce(tx, notice, at)
    }
  }
}

/** Nobody has more in hand by far. */
const MOST_IN_HAND = 20_000

/** How many of somebody's open cases are due on another day than then, because the days off changed. */
export async function countMovedInHand(
  db: Db,
  { administrationId, accountId }: { administrationId: string; accountId: string },
  since: Date,
): Promise<number> {
  const held = await listOpenOf(db, administrationId, accountId, MOST_IN_HAND)
  const caseIds = held.map(({ caseId }) => caseId)
  return (await listMovedSince(db, administrationId, caseIds, since)).length
}
