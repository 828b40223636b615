import { clockForReceiver, dueOn, type WorkingCalendar } from '../../deadlines/index.ts'
import { addDays, localDate, type PlainDate } from '../../platform/dates.ts'
import {
  findCorruptionTerm,
  type CorruptionRules,
  type CorruptionTerm,
} from '../../regimes/index.ts'
import { actOf, type ReportClock } from './report-rules.ts'
import type { ClockStart, ReportActCode } from './report-states.ts'

/** By what the days of a report are counted. */
export interface DayCount {
  rules: CorruptionRules
  calendar: WorkingCalendar
  timeZone: string
}

export interface ClockChanges {
  started: { step: string; dueOn: PlainDate }[]
  met: string[]
}

/**
 * What an act does to the clocks, in days: those that the regime has a term for are started, or started
 * anew, and those that it ends are met. A clock that is met already stays met.
 */
export function clockChanges(
  code: ReportActCode,
  clocks: readonly ReportClock[],
  { filedOn, day }: { filedOn: PlainDate; day: PlainDate },
  count: DayCount,
): ClockChanges {
  const { starts, meets } = actOf(code)
  const known = new Map(clocks.map((clock) => [clock.step, clock.metOn ?? clock.dueOn]))
  const started = starts.flatMap((start) => {
    const term = findCorruptionTerm(count.rules, start.step, day)
    if (!term) return []
    const due = dueAfter(term, startDay(start, known, { filedOn, day }), count)
    known.set(start.step, due)
    return [{ step: start.step, dueOn: due }]
  })
  const open = new Set(clocks.filter(({ metOn }) => metOn === null).map(({ step }) => step))
  return { started, met: meets.filter((step) => open.has(step)) }
}

/** The day a clock counts from; of another clock, the day on which that one was met or ran out. */
function startDay(
  { from }: ClockStart,
  known: ReadonlyMap<string, PlainDate>,
  { filedOn, day }: { filedOn: PlainDate; day: PlainDate },
): PlainDate {
  if (from === 'act') return day
  return from === 'filing' ? filedOn : (known.get(from) ?? filedOn)
}

function dueAfter(term: CorruptionTerm, day: PlainDate, count: DayCount): PlainDate {
  const whole = { ...term, suspendedBy: [] }
  return dueOn(
    clockForReceiver(whole, middleOf(day, count.timeZone), count.timeZone),
    count.calendar,
  )
}

/** The engine counts from instants and sealed reports keep only days: any instant of the day will do. */
function middleOf(day: PlainDate, timeZone: string): Date {
  const noon = new Date(`${day}T12:00:00Z`)
  return localDate(noon, timeZone) === day ? noon : new Date(`${addDays(day, -1)}T12:00:00Z`)
}
