import type { WorkingCalendar } from '../../deadlines/index.ts'
import { addDays, type PlainDate } from '../../platform/dates.ts'
import type { CorruptionRules } from '../../regimes/index.ts'
import { REPORT_STATE_TYPE, type ReportState } from './report-states.ts'

/** What the server can tell of a report without reading it. */
export interface ReportPulse {
  state: ReportState
  /** The last day on which a reader did something; the day of filing before that. */
  lastAct: PlainDate
  /** The last word is the reporter's. */
  waitsForAnswer: boolean
  /** The first open date. */
  nextDue: PlainDate | null
}

/** `look`: there is something to see. `escalate`: nobody has looked for too long, or a date has gone by. */
export type Need = 'none' | 'look' | 'escalate'

export function needOf(
  { state, lastAct, waitsForAnswer, nextDue }: ReportPulse,
  { silence }: Pick<CorruptionRules, 'silence'>,
  calendar: WorkingCalendar,
  day: PlainDate,
): Need {
  if (REPORT_STATE_TYPE[state] === 'ended') return waitsForAnswer ? 'look' : 'none'
  const quiet = calendar.workingDaysBetween(lastAct, day)
  const isLate = nextDue !== null && calendar.workingDaysBetween(nextDue, day) > LATE
  if (quiet >= silence.escalateAfter || isLate) return 'escalate'
  const isNear = nextDue !== null && calendar.workingDaysBetween(day, nextDue) <= SOON
  const isNew = REPORT_STATE_TYPE[state] === 'new'
  return isNew || waitsForAnswer || isNear || quiet >= silence.remindAfter ? 'look' : 'none'
}

const SOON = 2
/** A date that went by is first the readers' own concern. */
const LATE = 2

/** The days that leave out whatever `needOf` would find no need in; not all that they leave in needs something. */
export function worthALook(
  { silence }: Pick<CorruptionRules, 'silence'>,
  calendar: WorkingCalendar,
  day: PlainDate,
): { dueBy: PlainDate; silentSince: PlainDate } {
  return {
    dueBy: calendar.addWorkingDays(day, SOON + 1),
    silentSince: addDays(day, -Math.min(silence.remindAfter, silence.escalateAfter)),
  }
}

export const NEW_STATES = Object.entries(REPORT_STATE_TYPE)
  .filter(([, type]) => type === 'new')
  .map(([state]) => state)

export function strongest(needs: readonly Need[]): Need {
  if (needs.includes('escalate')) return 'escalate'
  return needs.includes('look') ? 'look' : 'none'
}
