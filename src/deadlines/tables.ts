import type { ColumnType, Generated } from 'kysely'
import type { PlainDate } from '../platform/dates.ts'
import type { Term, TermUnit } from './term.ts'
import type { DayRule } from './day-rules.ts'
import type { DayKind } from './working-calendar.ts'

/** The tables that this feature owns, as its stores see them. */

declare module '../platform/database/tables.ts' {
  interface Tables {
    calendars: CalendarsTable
    calendar_days: CalendarDaysTable
    clocks: ClocksTable
    clock_suspensions: ClockSuspensionsTable
    clock_extensions: ClockExtensionsTable
    clock_moves: ClockMovesTable
    clock_alerts: ClockAlertsTable
  }
}

type Names = Readonly<Record<string, string>>
type Never<T> = ColumnType<T, never, never>

interface CalendarsTable {
  calendar_code: string
  parent_code: string | null
  administration_id: string | null
  name: ColumnType<Names, string, string>
  working_week: number[] | null
  first_year: number | null
  last_year: number | null
  day_rules: ColumnType<DayRule[], string | undefined, string>
  confirm_from: string | null
  confirmed_years: Generated<number[]>
  version: Generated<number>
  edition: Generated<string>
  source: string
}

interface CalendarDaysTable {
  calendar_code: string
  day: PlainDate
  kind: DayKind
  name: ColumnType<Names, string, string>
  source: string
  published_on: PlainDate | null
}

export interface ClocksTable {
  administration_id: string
  clock_id: string
  case_id: string
  step: string
  term: ColumnType<Term, string, string>
  regime_code: string
  regime_version: number
  calendar_code: string
  calendar_version: number
  time_zone: string
  started_at: Date
  due_on: PlainDate
  told_due_on: PlainDate | null
  stopped_at: Date | null
  overdue_at: Date | null
}

interface ClockSuspensionsTable {
  administration_id: string
  clock_id: string
  suspended_at: Date
  suspended_on: PlainDate
  resumed_at: Date | null
  resumed_on: PlainDate | null
  reason: string
}

interface ClockExtensionsTable {
  administration_id: string
  clock_id: string
  extended_at: Date
  days: number
  unit: TermUnit
  source: string
}

export type MoveReason = 'suspension' | 'extension' | 'calendar' | 'classification'

interface ClockMovesTable {
  administration_id: string
  move_id: Never<string>
  clock_id: string
  moved_at: Date
  due_before: PlainDate
  due_after: PlainDate
  reason: MoveReason
  calendar_version: number
}

interface ClockAlertsTable {
  administration_id: string
  clock_id: string
  level: number
  raised_at: Date
}
