import { queueNoticeOnce } from '../notices/index.ts'
import { listContacts } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import type { Case } from './case.ts'

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
      await queueNoticeOnce(tx, { administrationId, template: DATES_MOVED, to, language }, at)
    }
  }
}
