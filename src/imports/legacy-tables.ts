import type { CaseState } from '../cases/index.ts'
import type { Flag } from './rows/legacy-case.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    legacy_batches: LegacyBatchTable
    legacy_cases: LegacyCaseTable
  }
}

export interface LegacyBatchTable {
  administration_id: string
  batch_id: string
  batch_number: string
  source: string
  language: string
  file_name: string
  file_hash: Buffer
  /** JSON, written out where it is stored. */
  mapping: unknown
  mapping_hash: Buffer
  columns: unknown
  state: 'loading' | 'loaded'
  rows_done: number
  taken: number
  report: unknown
  seal: Buffer | null
  started_at: Date
  started_by: string | null
  loaded_at: Date | null
}

export interface LegacyCaseTable {
  administration_id: string
  legacy_id: string
  batch_id: string
  row_number: number
  legacy_number: string
  source: string
  source_number: string
  official_number: string | null
  kind: string
  channel: string | null
  state_told: string | null
  state: CaseState | null
  outcome: string | null
  received_at: Date
  received_on: string
  due_on: string | null
  answered_at: Date | null
  answered_on: string | null
  closed_at: Date | null
  closed_on: string | null
  centre_id: string | null
  centre_told: string | null
  service_id: string | null
  service_told: string | null
  unit_id: string | null
  unit_told: string | null
  motive: string | null
  language: string
  flags: Flag[]
  body: string
  cells: string[] | null
  salt: Buffer | null
  commitment: Buffer
  facts_hash: Buffer
  row_hash: Buffer
  erased_on: string | null
}
