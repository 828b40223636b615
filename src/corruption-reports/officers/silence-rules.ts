import type { WorkingCalendar } from '../../deadlines/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { CorruptionRules } from '../../regimes/index.ts'
import type { ReportClock } from './report-rules.ts'
import { REPORT_STATE_TYPE, type ReportState } from './report-states.ts'

/** What the server can tell of a report without reading it. */
export interface ReportPulse {
  state: ReportState
  /** The last day on which a reader did something; the day of filing before that. */
  lastAct: PlainDate
  /** The last word is the reporter's. */
  waitsForAnswer: boolean
  clocks: readonly ReportClock[]
}

/** `look`: there is something to see. `escalate`: nobody has looked for too long, or a date has gone by. */
export type Need = 'none' | 'look' | 'escalate'

export function needOf(
  { state, lastAct, waitsForAnswer, clocks }: ReportPulse,
  { silence }: Pick<CorruptionRules, 'silence'>,
  calendar: WorkingCalendar,
  day: PlainDate,
): Need {
  if (REPORT_STATE_TYPE[state] === 'ended') return waitsForAnswer ? 'look' : 'none'
  const quiet = calendar.workingDaysBetween(lastAct, day)
  const open = clocks.filter(({ metOn }) => metOn === null)
  const isLate = open.some(({ dueOn }) => calendar.workingDaysBetween(dueOn, day) > LATE)
  if (quiet >= silence.escalateAfter || isLate) return 'escalate'
  const isNear = open.some(({ dueOn }) => calendar.workingDaysBetween(day, dueOn) <= SOON)
  const isNew = REPORT_STATE_TYPE[state] === 'new'
  return isNew || waitsForAnswer || isNear || quiet >= silence.remindAfter ? 'look' : 'none'
}

const SOON = 2
/** A date that went by is first the readers' own concern. */
const LATE = 2

export function strongest(needs: readonly Need[]): Need {
  if (needs.includes('escalate')) return 'escalate'
  return needs.includes('look') ? 'look' : 'none'
}
