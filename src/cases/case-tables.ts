import type { ColumnType, Generated } from 'kysely'
import type { CaseState } from './case-states.ts'
import type { Channel } from '../routing/index.ts'
import type { AnswerBy, SupportNeed } from './filing.ts'

/** The tables that this feature owns, as its stores see them. */

type Never<T> = ColumnType<T, never, never>

export type Desk = 'claims_manager' | 'centre' | 'unit'
export type Restriction = 'corruption' | 'violence' | 'official_named' | 'by_rule' | 'by_hand'

export interface CaseTable {
  administration_id: string
  case_id: string
  case_number: string
  kind: string
  kind_filed: string
  state: CaseState
  is_open: Never<boolean>
  channel: Channel
  language: string
  spoken_language: string | null
  registered_at: Date
  occurred_on: string | null
  occurred_time: string | null
  centre_id: string
  service_id: string | null
  motives: string[]
  desk: Desk
  unit_id: string | null
  handler_id: string | null
  in_hand_since: Date | null
  routing_rule_id: string | null
  priority: number
  restricted: Restriction | null
  door_offered: Generated<boolean>
  named_officials: string[]
  signals: string[]
  due_on: string | null
  overdue: Generated<boolean>
  clock_suspended: Generated<boolean>
  answer_by: AnswerBy
  electronic_notice: boolean
  results_told: boolean
  quotation: boolean
  review_asked: Generated<boolean>
  outcome: string | null
  answered_at: Date | null
  notified_at: Date | null
  closed_at: Date | null
  close_reason: string | null
  outside_number: string | null
  outside_body: string | null
  linked_case_id: string | null
  regime_code: string
  regime_version: number
  tracking_token_hash: Buffer
  idempotency_hash: Buffer
  request_hash: Buffer
  summary: string
  held: Generated<boolean>
  search: ColumnType<string, never, string>
  history_length: Generated<number>
  history_head: Buffer
}

export interface CasePersonTable {
  administration_id: string
  case_id: string
  names: string | null
  first_surname: string | null
  second_surname: string | null
  legal_name: string | null
  representative: string | null
  document_type: string | null
  document_number: string | null
  email: string | null
  phone: string | null
  address: string | null
  support_needs: SupportNeed[] | null
  salt: Buffer | null
  commitment: Buffer
  erased_at: Date | null
}

export const CONTENT_KINDS = [
  'description',
  'place',
  'correction_request',
  'correction',
  'information',
  'note',
  'reason',
  'answer',
  'measures',
  'comment',
  'rating_comment',
  'review_request',
  'proof',
] as const
export type ContentKind = (typeof CONTENT_KINDS)[number]

export interface CaseContentTable {
  administration_id: string
  content_id: string
  case_id: string
  kind: ContentKind
  body: string | null
  salt: Buffer | null
  commitment: Buffer
  account_id: string | null
  written_at: Date
  erased_at: Date | null
}

export interface AnswerTable {
  administration_id: string
  answer_id: string
  case_id: string
  state: 'submitted' | 'returned' | 'approved'
  outcome: string
  body_content_id: string
  measures_content_id: string | null
  comment_content_id: string | null
  author_id: string
  approver_id: string | null
  submitted_at: Date
  decided_at: Date | null
}

export interface AnswerDraftTable {
  administration_id: string
  case_id: string
  account_id: string
  outcome: string | null
  body: string
  measures: string
  saved_at: Date
}

export type DeliveryMethod = 'email' | 'sms' | 'post' | 'pickup' | 'tracking_page'

export interface DeliveryTable {
  administration_id: string
  delivery_id: string
  case_id: string
  answer_id: string
  method: DeliveryMethod
  state: 'pending' | 'delivered' | 'failed'
  started_at: Date
  settled_at: Date | null
  proof: string | null
  failure: string | null
  recorded_by: string | null
}

export interface CaseRatingTable {
  administration_id: string
  case_id: string
  resolved: 'yes' | 'partly' | 'no'
  satisfaction: number
  comment_content_id: string | null
  rated_at: Date
}

export interface BookTable {
  administration_id: string
  code: string
  year: number
  last_number: number
  filings: number
  head: Buffer
}

export interface CaseOriginTable {
  administration_id: string
  case_id: string
  handed_over_at: Date
  clock_from: Date
  printed_token_hash: Buffer | null
  provisional_number: string | null
  device_id: string | null
  link_id: string | null
  sheet_number: string | null
  transferred_from: string | null
  registered_by: string | null
  load_due_on: string | null
  load_days_late: number | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    books: BookTable
    cases: CaseTable
    case_people: CasePersonTable
    case_contents: CaseContentTable
    answers: AnswerTable
    answer_drafts: AnswerDraftTable
    deliveries: DeliveryTable
    case_ratings: CaseRatingTable
    case_origins: CaseOriginTable
  }
}
