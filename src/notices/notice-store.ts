import { randomUUID } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import type { Notice, NoticeToQueue } from './notice.ts'
import { toNotice, type NoticesTable } from './notice-table.ts'

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

/** The same letter to the same account at the same time. */
export async function isNoticeQueued(tx: Tx, row: NewNoticeRow): Promise<boolean> {
  const found = await tx
    .selectFrom('notices')
    .select('notice_id')
    .where('administration_id', '=', row.administration_id)
    .where('template', '=', row.template)
    .where('account_id', '=', row.account_id)
    .where('next_attempt_at', '=', row.next_attempt_at)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  return found !== undefined
}

/** The same letter about the same case to the same recipient, whenever it leaves. */
export async function isNoticeWaiting(tx: Tx, row: NewNoticeRow): Promise<boolean> {
  const found = await tx
    .selectFrom('notices')
    .select('notice_id')
    .where('administration_id', '=', row.administration_id)
    .where('template', '=', row.template)
    .where('case_id', 'is not distinct from', row.case_id)
    .where('account_id', 'is not distinct from', row.account_id)
    .where('state', '=', 'queued')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
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
