import { inTransaction } from '../../platform/database/connection.ts'
import { WrongState } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import type { NoticeState } from '../notice.ts'
import { getNotice, updateByHand, type NoticeId, type Settlement } from '../notice-store.ts'
import { wakeOutbox } from '../queue-notice.ts'
import { queueTelling } from './settle-notice.ts'

/** Sends again one that failed or may not have arrived: a person weighed that it could come twice. */
export async function resendNotice(system: System, by: string, id: NoticeId): Promise<void> {
  const now = system.clock()
  await inTransaction(system.db, async (tx) => {
    const again = { state: 'queued', failure: null, acceptedBy: null, nextAttemptAt: now } as const
    const done = await updateByHand(tx, id, TROUBLED, { ...again, settledBy: by }, now)
    if (!done) throw new WrongState()
    await wakeOutbox(tx, system.jobs)
  })
}

/** The person confirmed by another way that the letter came. */
export function markNoticeReceived(system: System, by: string, id: NoticeId): Promise<void> {
  return settleByHand(system, id, ['unconfirmed'], {
    state: 'sent',
    failure: null,
    acceptedBy: null,
    settledBy: by,
  })
}

/** Told by telephone, by post, in person: nothing is left to do about the letter. */
export function setNoticeAside(system: System, by: string, id: NoticeId): Promise<void> {
  return settleByHand(system, id, TROUBLED, {
    state: 'cancelled',
    failure: 'not_needed',
    acceptedBy: null,
    settledBy: by,
  })
}

const TROUBLED: readonly NoticeState[] = ['failed', 'unconfirmed']

async function settleByHand(
  system: System,
  id: NoticeId,
  from: readonly NoticeState[],
  settlement: Settlement,
): Promise<void> {
  const { template } = await getNotice(system.db, id)
  await inTransaction(system.db, async (tx) => {
    const done = await updateByHand(tx, id, from, settlement, system.clock())
    if (!done) throw new WrongState()
    await queueTelling(tx, system, { ...id, template })
  })
}
