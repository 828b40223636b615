import type { Generated } from 'kysely'
import type { PlainDate } from '../../platform/dates.ts'
import type { Outcome, Reason } from './set-aside.ts'

export interface DevicesTable {
  administration_id: string
  device_id: string
  code: string
  name: string
  greeting: string | null
  centre_id: string
  quota_per_day: number
  ends_on: PlainDate
  made_at: Date
  made_by: string | null
  token_hash: Buffer | null
  enrolled_at: Date | null
  switched_off_at: Date | null
  last_contact_at: Date | null
  last_sequence: Generated<number>
  waiting: Generated<number>
  waiting_since: Date | null
}

export interface DeviceFilingsTable {
  administration_id: string
  item_id: string
  device_id: string
  filing_id: string
  is_repeat: boolean
  sequence: number
  key_id: string
  sealed: Buffer | null
  content_hash: Buffer
  made_clock: Date
  sent_clock: Date
  received_at: Date
  handed_over_at: Date
  tries: Generated<number>
  outcome: Outcome
  reason: Reason | null
  case_id: string | null
  case_number: string | null
  kind: string | null
  due_on: PlainDate | null
  settled_at: Date | null
  settled_by: string | null
  dismissal: string | null
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    devices: DevicesTable
    device_codes: {
      administration_id: string
      code_hash: Buffer
      device_id: string
      made_at: Date
      made_by: string | null
      expires_at: Date
      used_at: Date | null
    }
    device_contacts: {
      administration_id: string
      device_id: string
      sequence: number
      first_at: Date
      first_clock: Date
      last_at: Date
      last_clock: Date
    }
    device_filings: DeviceFilingsTable
    device_files: {
      administration_id: string
      device_id: string
      filing_id: string
      n: number
      sealed: Buffer
      sha256: Buffer
      received_at: Date
    }
  }
}
