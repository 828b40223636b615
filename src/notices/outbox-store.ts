import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { Failure, Notice, NoticeState } from './notice.ts'
import type { NoticeId } from './notice-store.ts'
import { toNotice, type NoticesTable } from './notice-table.ts'

/** What an attempt, or a person, makes of a notice. `queued`: it is tried again. */
export interface Settlement {
  state: Exclude<NoticeState, 'sending'>
  failure: Failure | null
  acceptedBy: string | null
  nextAttemptAt?: Date
  settledBy?: string
}

/** Marks the next due notice as being sent, committed before anything leaves; workers skip each other's. */
export async function claimDueNotice(db: Db, now: Date): Promise<Notice | null> {
  const { rows } = await sql<Selectable<NoticesTable>>`
    with due as materialized (
      select administration_id, notice_id from notices
      where state = 'queued' and next_attempt_at <= ${now}
      order by next_attempt_at limit 1 for update skip locked
    )
    update notices n set state = 'sending', attempts = n.attempts + 1, sending_since = ${now}
    from due where (n.administration_id, n.notice_id) = (due.administration_id, due.notice_id)
    returning n.*`.execute(db)
  return rows[0] ? toNotice(rows[0]) : null
}

/** Nobody knows whether these left: their process died, or lost its database, in between. */
export async function updateAbandonedNotices(tx: Tx, before: Date, now: Date): Promise<Notice[]> {
  const rows = await tx
    .updateTable('notices')
    .set({ state: 'unconfirmed', failure: 'outcome_unknown', settled_at: now })
    .where('state', '=', 'sending')
    .where('sending_since', '<', before)
    .returningAll()
    .execute()
  return rows.map(toNotice)
}

/** Writes what became of one attempt; false when somebody settled it otherwise meanwhile. */
export async function updateAttempted(
  tx: Tx,
  { administrationId, noticeId, sendingSince }: Notice,
  settlement: Settlement,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('notices')
    .set(settledColumns(settlement, now))
    .where('administration_id', '=', administrationId)
    .where('notice_id', '=', noticeId)
    .where('sending_since', '=', sendingSince)
    .where('state', 'in', ['sending', 'unconfirmed'])
    .returning('notice_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Letters of a book that nobody tried to send and nobody is to get; those in trouble are left to staff. */
export async function cancelUntriedNotices(
  db: Db,
  administrationId: string,
  until: Date,
): Promise<void> {
  await db
    .updateTable('notices')
    .set({ state: 'cancelled', failure: 'not_needed', settled_at: until })
    .where('administration_id', '=', administrationId)
    .where('state', '=', 'queued')
    .where('attempts', '=', 0)
    .where('queued_at', '<=', until)
    .execute()
}

/** A letter that was sent, or may have been, did not arrive; null when that is known or it is not here. */
export async function updateBounced(tx: Tx, noticeId: string, now: Date): Promise<Notice | null> {
  const row = await tx
    .updateTable('notices')
    .set({ state: 'failed', failure: 'bounced', settled_at: now, sending_since: null })
    .where('notice_id', '=', noticeId)
    .where('state', 'in', ['sent', 'unconfirmed'])
    .returningAll()
    .executeTakeFirst()
  return row ? toNotice(row) : null
}

/** What staff decide about one that failed or is unconfirmed; false when it no longer is. */
export async function updateByHand(
  tx: Tx,
  { administrationId, noticeId }: NoticeId,
  from: readonly NoticeState[],
  settlement: Settlement,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('notices')
    .set(settledColumns(settlement, now))
    .set(settlement.state === 'queued' ? { attempts: 0 } : {})
    .where('administration_id', '=', administrationId)
    .where('notice_id', '=', noticeId)
    .where('state', 'in', [...from])
    .returning('notice_id')
    .executeTakeFirst()
  return row !== undefined
}

function settledColumns(settlement: Settlement, now: Date) {
  const again = settlement.state === 'queued'
  return {
    state: settlement.state,
    failure: settlement.failure,
    accepted_by: settlement.acceptedBy,
    settled_at: again ? null : now,
    settled_by: settlement.settledBy ?? null,
    sending_since: null,
    ...(settlement.nextAttemptAt ? { next_attempt_at: settlement.nextAttemptAt } : {}),
  }
}
