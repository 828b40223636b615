import type { MailSort } from './message/sort-message.ts'

export const MAIL_STATES = ['waiting', 'aside', 'filed', 'added', 'dismissed'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** Why a message is not for the book. */
export const DISMISSALS = ['spam', 'double', 'not_for_us', 'empty'] as const
export type Dismissal = (typeof DISMISSALS)[number]

/** A file of a message, and the code of what was held against it. */
export interface MailFile {
  name: string
  bytes: number
  problem: string | null
}

export interface MailId {
  administrationId: string
  mailId: string
}

export interface Mail extends MailId {
  sort: MailSort
  state: MailState
  receivedAt: Date
  senderName: string
  senderAddress: string
  subject: string
  text: string
  answersCase: string | null
  files: readonly MailFile[]
  settledAt: Date | null
  reason: string | null
  caseNumber: string | null
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    incoming_mail: IncomingMailTable
  }
}

export interface IncomingMailTable {
  administration_id: string
  mail_id: string
  mail_key: Buffer
  sort: MailSort
  state: MailState
  received_at: Date
  stored_at: Date
  sender_name: string | null
  sender_address: string | null
  subject: string | null
  body: string | null
  answers_case: string | null
  files: unknown
  raw: Buffer | null
  unpacked_at: Date | null
  settled_at: Date | null
  settled_by: string | null
  reason: string | null
  case_number: string | null
}

export function toMail(row: Omit<IncomingMailTable, 'raw' | 'mail_key'>): Mail {
  return {
    administrationId: row.administration_id,
    mailId: row.mail_id,
    sort: row.sort,
    state: row.state,
    receivedAt: row.received_at,
    senderName: row.sender_name ?? '',
    senderAddress: row.sender_address ?? '',
    subject: row.subject ?? '',
    text: row.body ?? '',
    answersCase: row.answers_case,
    files: row.files as MailFile[],
    settledAt: row.settled_at,
    reason: row.reason,
    caseNumber: row.case_number,
  }
}
