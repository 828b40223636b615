import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { WrongState } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import type { NoticeState } from '../notice.ts'
import { getNotice, type NoticeId } from '../notice-store.ts'
import { updateByHand, type Settlement } from '../outbox-store.ts'
import { wakeOutbox } from '../queue-notice.ts'
import { queueTelling } from './settle-notice.ts'

/** Sends again one that failed or may not have arrived: a person weighed that it could come twice. */
export async function resendNotice(system: System, by: string, id: NoticeId): Promise<void> {
  const now = system.clock()
  await inTransaction(system.db, async (tx) => {
    const again = { state: 'queued', failure: null, acceptedBy: null, nextAttemptAt: now } as const
    const done = await updateByHand(tx, id, TROUBLED, { ...again, settledBy: by }, now)
    if (!done) throw new WrongState()
    await record(tx, 'notice_resent', by, id, now)
    await wakeOutbox(tx, system.jobs)
  })
}

/** The person confirmed by another way that the letter came. */
export function markNoticeReceived(system: System, by: string, id: NoticeId): Promise<void> {
  return settleByHand(system, id, 'notice_marked_received', ['unconfirmed'], {
    state: 'sent',
    failure: null,
    acceptedBy: null,
    settledBy: by,
  })
}

/** Told by telephone, by post, in person: nothing is left to do about the letter. */
export function setNoticeAside(system: System, by: string, id: NoticeId): Promise<void> {
  return settleByHand(system, id, 'notice_set_aside', TROUBLED, {
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
  action: string,
  from: readonly NoticeState[],
  settlement: Settlement & { settledBy: string },
): Promise<void> {
  const now = system.clock()
  const { template } = await getNotice(system.db, id)
  await inTransaction(system.db, async (tx) => {
    const done = await updateByHand(tx, id, from, settlement, now)
    if (!done) throw new WrongState()
    await record(tx, action, settlement.settledBy, id, now)
    await queueTelling(tx, system, { ...id, template })
  })
}

async function record(tx: Tx, action: string, by: string, id: NoticeId, at: Date): Promise<void> {
  const { administrationId, noticeId } = id
  const { caseId } = await getNotice(tx, id)
  await recordChange(tx, {
    at,
    action,
    accountId: by,
    administrationId,
    caseId,
    details: { noticeId },
  })
}
