import { randomUUID } from 'node:crypto'
import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import type {
  Failure,
  Notice,
  NoticeDetails,
  NoticeRecipient,
  NoticeState,
  NoticeToQueue,
} from './notice.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    notices: NoticesTable
  }
}

interface NoticesTable {
  administration_id: string
  notice_id: string
  case_id: string | null
  template: string
  recipient: 'person' | 'account' | 'centre'
  account_id: string | null
  centre_id: string | null
  language: string
  details: NoticeDetails
  state: NoticeState
  attempts: number
  queued_at: Date
  next_attempt_at: Date
  sending_since: Date | null
  settled_at: Date | null
  settled_by: string | null
  failure: Failure | null
  accepted_by: string | null
}

/** The columns that a notice is born with; the database gives the others. */
export type NewNoticeRow = Pick<
  NoticesTable,
  | 'administration_id'
  | 'notice_id'
  | 'case_id'
  | 'template'
  | 'recipient'
  | 'account_id'
  | 'centre_id'
  | 'language'
  | 'details'
  | 'queued_at'
  | 'next_attempt_at'
>

export interface NoticeId {
  administrationId: string
  noticeId: string
}

/** What an attempt, or a person, makes of a notice. `queued`: it is tried again. */
export interface Settlement {
  state: Exclude<NoticeState, 'sending'>
  failure: Failure | null
  acceptedBy: string | null
  nextAttemptAt?: Date
  settledBy?: string
}

export function noticeRow(notice: NoticeToQueue, now: Date): NewNoticeRow {
  const { to } = notice
  return {
    administration_id: notice.administrationId,
    notice_id: randomUUID(),
    case_id: notice.caseId ?? null,
    template: notice.template,
    recipient: to.recipient,
    account_id: to.recipient === 'account' ? to.accountId : null,
    centre_id: to.recipient === 'centre' ? to.centreId : null,
    language: notice.language,
    details: notice.details ?? {},
    queued_at: now,
    next_attempt_at: now,
  }
}

/** One insert for any number of rows, to stand alone or inside another statement's `with`. */
export function insertNotices(rows: readonly NewNoticeRow[]): RawBuilder<unknown> {
  return sql`insert into notices (administration_id, notice_id, case_id, template, recipient,
      account_id, centre_id, language, details, queued_at, next_attempt_at)
    select administration_id, notice_id, case_id, template, recipient,
      account_id, centre_id, language, details, queued_at, next_attempt_at
    from jsonb_populate_recordset(null::notices, ${JSON.stringify(rows)}::jsonb)`
}

export async function insertNotice(tx: Tx, row: NewNoticeRow): Promise<void> {
  await insertNotices([row]).execute(tx)
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

export async function getNotice(db: Db, id: NoticeId): Promise<Notice> {
  const row = await db
    .selectFrom('notices')
    .selectAll()
    .where('administration_id', '=', id.administrationId)
    .where('notice_id', '=', id.noticeId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return toNotice(row)
}

/** Those that need a person, newest first. */
export async function listFailedNotices(
  db: Db,
  administrationId: string,
  limit = 100,
): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('state', 'in', ['failed', 'unconfirmed'])
    .orderBy('settled_at', 'desc')
    .orderBy('notice_id')
    .limit(limit)
    .execute()
  return rows.map(toNotice)
}

export async function listNoticesOfCase(
  db: Db,
  administrationId: string,
  caseId: string,
): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .orderBy('queued_at')
    .orderBy('notice_id')
    .execute()
  return rows.map(toNotice)
}

export interface NoticeCounts {
  failed: number
  unconfirmed: number
}

export async function countFailedNotices(db: Db, administrationId: string): Promise<NoticeCounts> {
  const counts = await db
    .selectFrom('notices')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('state', '=', 'failed').as('failed'),
      fn.countAll<number>().filterWhere('state', '=', 'unconfirmed').as('unconfirmed'),
    ])
    .where('administration_id', '=', administrationId)
    .where('state', 'in', ['failed', 'unconfirmed'])
    .executeTakeFirstOrThrow()
  return counts
}

function toNotice(row: Selectable<NoticesTable>): Notice {
  return {
    administrationId: row.administration_id,
    noticeId: row.notice_id,
    caseId: row.case_id,
    template: row.template,
    to: toRecipient(row),
    language: row.language,
    details: row.details,
    state: row.state,
    attempts: row.attempts,
    queuedAt: row.queued_at,
    nextAttemptAt: row.next_attempt_at,
    sendingSince: row.sending_since,
    settledAt: row.settled_at,
    failure: row.failure,
    acceptedBy: row.accepted_by,
  }
}

function toRecipient(row: Selectable<NoticesTable>): NoticeRecipient {
  const { recipient, account_id: accountId, centre_id: centreId } = row
  if (recipient === 'account' && accountId) return { recipient, accountId }
  if (recipient === 'centre' && centreId) return { recipient, centreId }
  return { recipient: 'person' }
}
