import { randomUUID } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../platform/database/connection.ts'
import type { Failure, NoticeDetails, NoticeState, NoticeToQueue } from './notice.ts'

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
