import type { Selectable } from 'kysely'
import type { Failure, Notice, NoticeDetails, NoticeRecipient, NoticeState } from './notice.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    notices: NoticesTable
  }
}

export interface NoticesTable {
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

export function toNotice(row: Selectable<NoticesTable>): Notice {
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
