import type { CaseState } from '../../cases/index.ts'
import type { PlainDate } from '../../platform/dates.ts'

/** What is odd about a case that was taken all the same; counted in the report, shown on its page. */
export const FLAGS = [
  'negative_duration',
  'day_only',
  'received_estimated',
  'zeros_restored',
  'no_text',
] as const
export type Flag = (typeof FLAGS)[number]

/** A row of another book in our words. The row itself goes with it, as it stood. */
export interface LegacyCase {
  row: number
  sourceNumber: string
  officialNumber: string | null
  kind: string
  channel: string | null
  /** As they called it, and what that means here. */
  stateTold: string | null
  state: CaseState | null
  outcome: string | null
  receivedAt: Date
  receivedOn: PlainDate
  dueOn: PlainDate | null
  answeredAt: Date | null
  /** Days are those of the clocks that the mapping names. */
  answeredOn: PlainDate | null
  closedAt: Date | null
  closedOn: PlainDate | null
  centre: ToldPlace
  service: ToldPlace
  unit: ToldPlace
  motive: string | null
  language: string
  text: string
  flags: readonly Flag[]
  cells: readonly string[]
}

export interface ToldPlace {
  id: string | null
  told: string | null
}

/** Why a row, or what it says, cannot be taken. */
export const REFUSALS = [
  'no_number',
  'number_ruined',
  'number_repeated',
  'no_date',
  'not_a_date',
  'date_is_serial',
  'in_future',
  'unknown_value',
  'too_long',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

export interface Refusal {
  row: number
  column: string
  code: RefusalCode
  value: string
}
