import type { PlainDate } from '../platform/dates.ts'
import type { T } from '../platform/i18n/index.ts'
import { isPaused, type Clock, type Extension, type Suspension } from './clock.ts'
import { joinWith, sayDates } from './date-phrases.ts'
import { reckonDueDate, type DueDate } from './due-date.ts'
import type { TermUnit } from './term.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export interface DueDateExplanation extends DueDate {
  days: number
  unit: TermUnit
  extensions: readonly Extension[]
  pausedSince: PlainDate | null
  source: string
  /** All of it in words, for the person. */
  sentence: string
}

export interface Wording {
  language: string
  t: T
}

/** Why a date is what it is: "due on 3 September because …". */
export function explainDueDate(
  clock: Clock,
  calendar: WorkingCalendar,
  wording: Wording,
  asOf?: PlainDate,
): DueDateExplanation {
  const due = reckonDueDate(clock, calendar, asOf)
  const pause = isPaused(clock) ? clock.suspensions.find(({ until }) => until === undefined) : null
  return {
    ...due,
    days: clock.term.days,
    unit: clock.term.unit,
    extensions: clock.extensions,
    pausedSince: pause?.from ?? null,
    source: clock.term.source,
    sentence: [
      sayDueDate(clock, calendar, due, wording, asOf),
      ...sayRemarks(due, calendar, wording),
      ...(pause ? [sayPause(pause, wording)] : []),
      sayBasis(clock, wording),
    ].join(' '),
  }
}

function sayDueDate(
  clock: Clock,
  calendar: WorkingCalendar,
  due: DueDate,
  wording: Wording,
  asOf?: PlainDate,
) {
  const { t } = wording
  const way = [
    sayTerm(clock, due, wording),
    ...(clock.term.unit === 'business' && clock.term.days > 0
      ? sayLeftOut(calendar, due, wording)
      : []),
    ...due.suspended.map(({ reason, days }) =>
      t(`deadlines.suspended.${knownReason(reason)}`, { count: days }),
    ),
    ...clock.extensions.map(({ days, unit, source }) =>
      t(`deadlines.extended.${unit}`, { count: days, source }),
    ),
  ].join(', ')
  const key = asOf !== undefined && asOf > due.dueOn ? 'deadlines.was_due' : 'deadlines.due'
  return t(key, { date: sayDates([due.dueOn], wording), way })
}

function sayTerm({ term }: Clock, due: DueDate, wording: Wording): string {
  if (term.days === 0) return wording.t('deadlines.at_once')
  const from = term.unit === 'months' ? due.madeOn : due.countedFrom
  return wording.t(`deadlines.${term.unit}`, {
    count: term.days,
    from: sayDates([from], { ...wording, year: due.dueOn.slice(0, 4) }),
  })
}

/** "sin sábados, domingos ni feriados (23, 28 y 29 de julio)" */
function sayLeftOut(calendar: WorkingCalendar, due: DueDate, wording: Wording): string[] {
  const { t } = wording
  const weekend = [1, 2, 3, 4, 5, 6, 7].filter((day) => !calendar.workingWeek.has(day))
  const daysOff = (['holiday', 'closure'] as const).flatMap((kind) => {
    const dates = due.skipped.filter((day) => day.kind === kind).map(({ date }) => date)
    const said = sayDates(dates, { ...wording, year: due.dueOn.slice(0, 4) })
    return said ? [t(`deadlines.${kind}s`, { dates: said })] : []
  })
  const all = [...weekend.map((day) => t(`deadlines.weekdays.${day}`)), ...daysOff]
  const days = joinWith('deadlines.neither', all, t)
  return all.length > 0 ? [t('deadlines.without', { days })] : []
}

/** A norm is named; good practice is not one. */
function sayBasis({ term }: Clock, { t }: Wording): string {
  if (term.basis === 'administration') return t('deadlines.own_term')
  return t('deadlines.source', { source: term.source.replace(/\.$/, '') })
}

function sayRemarks(due: DueDate, calendar: WorkingCalendar, wording: Wording): string[] {
  const { t } = wording
  const { rolledFrom, madeOn, dueOn, keptAsTold, beyondCalendar } = due
  const remarks: string[] = []
  if (rolledFrom) {
    const date = sayDates([rolledFrom], { ...wording, year: dueOn.slice(0, 4) })
    remarks.push(t('deadlines.rolled', { date }))
  }
  if (keptAsTold) remarks.push(t('deadlines.kept'))
  if (beyondCalendar) {
    const unknown = calendar.covers(dueOn) ? madeOn : dueOn
    remarks.push(t('deadlines.beyond', { year: unknown.slice(0, 4) }))
  }
  return remarks
}

function sayPause(pause: Suspension, wording: Wording): string {
  return wording.t(`deadlines.paused.${knownReason(pause.reason)}`, {
    date: sayDates([pause.from], wording),
  })
}

function knownReason(reason: string): 'awaiting_correction' | 'other' {
  return reason === 'awaiting_correction' ? reason : 'other'
}
