import { randomUUID } from 'node:crypto'
import type { PlainDate } from '../platform/dates.ts'
import { clockForReceiver } from './clock.ts'
import type { ClockRow } from './clock-store.ts'
import { dueOn } from './due-date.ts'
import type { Term } from './term.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export interface NewClock {
  administrationId: string
  caseId: string
  term: Term
  regimeCode: string
  regimeVersion: number
  startedAt: Date
  timeZone: string
  /** The person is told the date at once, so that it can never be shortened. */
  told: boolean
}

/** A clock as it will be stored, with its date. */
export interface PlannedClock {
  clockId: string
  dueOn: PlainDate
  row: ClockRow
}

/** Works out the date before anything is written, for statements that write all at once. */
export function planClock(clock: NewClock, calendar: WorkingCalendar): PlannedClock {
  const due = dueOn(clockForReceiver(clock.term, clock.startedAt, clock.timeZone), calendar)
  const clockId = randomUUID()
  const row: ClockRow = {
    administration_id: clock.administrationId,
    clock_id: clockId,
    case_id: clock.caseId,
    step: clock.term.step,
    term: clock.term,
    regime_code: clock.regimeCode,
    regime_version: clock.regimeVersion,
    calendar_code: calendar.code,
    calendar_version: calendar.version,
    time_zone: clock.timeZone,
    started_at: clock.startedAt,
    due_on: due,
    told_due_on: clock.told ? due : null,
    stopped_at: null,
    overdue_at: null,
  }
  return { clockId, dueOn: due, row }
}
