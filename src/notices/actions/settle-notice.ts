import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import { tellOutcomeJob } from '../job-names.ts'
import type { Notice } from '../notice.ts'
import type { NoticeId } from '../notice-store.ts'
import { updateAbandonedNotices, updateAttempted, type Settlement } from '../outbox-store.ts'
import { isAwaited } from '../outcomes.ts'
import { abandonedBefore, nextAttemptAt } from '../retry-rules.ts'
import type { Attempt } from '../send-letter.ts'

/** Writes what became of an attempt and, with it, the job that tells whoever waits for the letter. */
export async function settleNotice(
  system: System,
  notice: Notice,
  attempt: Attempt,
): Promise<void> {
  const now = system.clock()
  const settlement = settlementOf(attempt, notice, now)
  await inTransaction(system.db, async (tx) => {
    const settled = await updateAttempted(tx, notice, settlement, now)
    if (settled && settlement.state !== 'queued') await queueTelling(tx, system, notice)
  })
}

/** What a process that died was sending is shown to staff: it may have left, so it is not sent again. */
export async function settleAbandoned(system: System): Promise<void> {
  const now = system.clock()
  await inTransaction(system.db, async (tx) => {
    for (const notice of await updateAbandonedNotices(tx, abandonedBefore(now), now)) {
      await queueTelling(tx, system, notice)
    }
  })
}

export async function queueTelling(
  tx: Tx,
  system: System,
  { administrationId, noticeId, template }: NoticeId & { template: string },
): Promise<void> {
  if (!isAwaited(template)) return
  await system.jobs.send(tx, tellOutcomeJob, { administrationId, noticeId })
}

function settlementOf(attempt: Attempt, notice: Notice, now: Date): Settlement {
  if (attempt.became === 'sent') {
    return { state: 'sent', failure: null, acceptedBy: attempt.acceptedBy }
  }
  const { failure } = attempt
  if (attempt.became === 'cancelled') return { state: 'cancelled', failure, acceptedBy: null }
  if (failure === 'outcome_unknown') return { state: 'unconfirmed', failure, acceptedBy: null }
  const again = nextAttemptAt(failure, notice.attempts, now)
  if (!again) return { state: 'failed', failure, acceptedBy: null }
  return { state: 'queued', failure, acceptedBy: null, nextAttemptAt: again }
}
