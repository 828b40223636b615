/** To whom: an address is looked up only when the letter leaves, and never kept with the notice. */
export type NoticeRecipient =
  | { recipient: 'person' }
  | { recipient: 'account'; accountId: string }
  | { recipient: 'centre'; centreId: string }

export type NoticeDetails = Readonly<Record<string, string | number | boolean | null>>

/** Something that somebody has to be told. */
export interface NoticeToQueue {
  administrationId: string
  caseId?: string
  template: string
  to: NoticeRecipient
  language: string
  /** Ids and codes that the letter needs; never an address, a name or a text. */
  details?: NoticeDetails
}

/**
 * `sending`: handed to the mail server, or about to be. `unconfirmed`: the process or the connection
 * ended in between, so the letter may have left; only a person decides to send it again.
 */
export const NOTICE_STATES = [
  'queued',
  'sending',
  'sent',
  'failed',
  'unconfirmed',
  'cancelled',
] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

/** Why a letter did not leave, as a code; a server's own words may repeat the address. */
export const FAILURES = [
  'address_rejected',
  'letter_rejected',
  'recipient_deferred',
  'server_unreachable',
  'server_refused',
  'outcome_unknown',
  'bounced',
  'composing_failed',
  'no_address',
  'not_needed',
] as const
export type Failure = (typeof FAILURES)[number]

export interface Notice {
  administrationId: string
  noticeId: string
  caseId: string | null
  template: string
  to: NoticeRecipient
  language: string
  details: NoticeDetails
  state: NoticeState
  attempts: number
  queuedAt: Date
  nextAttemptAt: Date
  sendingSince: Date | null
  settledAt: Date | null
  failure: Failure | null
  /** The server that took the letter over and what it said, without addresses. */
  acceptedBy: string | null
}

/** What became of a notice, for the feature whose step it was. */
export type NoticeOutcome = 'sent' | 'failed' | 'unconfirmed' | 'cancelled'
