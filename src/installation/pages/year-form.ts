import { z } from 'zod'
import {
  withDay,
  type CalendarDay,
  type OwnYear,
  type ProposedYear,
} from '../../deadlines/index.ts'
import { weekday } from '../../platform/dates.ts'
import { Invalid } from '../../platform/errors.ts'
import {
  day,
  line,
  numberWithin,
  optionalDay,
  optionalLine,
  ticks,
} from '../../platform/web/index.ts'

/** How many decreed days can be written at once; more are added afterwards, one by one. */
export const ROWS = [1, 2, 3] as const

type Row = (typeof ROWS)[number]
const rowFields = <Field extends string, Type>(field: Field, type: Type) =>
  Object.fromEntries(ROWS.map((row) => [`${field}${row}`, type])) as Record<`${Field}${Row}`, Type>

export const yearForm = z.object({
  place: line(80),
  year: numberWithin(1900, 2200),
  version: optionalLine(9),
  applies: ticks(day),
  document: optionalLine(300),
  ...rowFields('date', optionalDay),
  ...rowFields('name', optionalLine(120)),
  ...rowFields('source', optionalLine(300)),
})

export type YearForm = z.output<typeof yearForm>

/** Nobody works on it in any case, so that nothing is to be decided. */
export function isWeekend({ date }: CalendarDay, week: ReadonlySet<number>): boolean {
  return !week.has(weekday(date))
}

/** Which of the proposed days stand as they are in the year as it is. */
export function isApplied({ date }: CalendarDay, own: OwnYear, { origin }: ProposedYear): boolean {
  const here = own.days.find((each) => each.date === date)
  if (here) return here.kind !== 'working_day_by_exception'
  return origin === 'listed' || !own.confirmed
}

/** The year as the form leaves it. A listed day that does not apply is worked by exception, by some decision. */
export function yearFrom(
  form: YearForm,
  own: OwnYear,
  proposed: ProposedYear,
  week: ReadonlySet<number>,
): OwnYear {
  const dates = new Set(proposed.days.map(({ date }) => date))
  const stays = own.days.filter(({ date, kind }) => !dates.has(date) || kind === 'closure')
  const kept = new Set(stays.map(({ date }) => date))
  const decided = proposed.days
    .filter(({ date }) => !kept.has(date))
    .flatMap((each) => {
      const applies = isWeekend(each, week) || form.applies.includes(each.date)
      if (proposed.origin === 'by_rule') return applies ? [each] : []
      return applies ? [] : [workedByDecision(each, form.document)]
    })
  const days = [...stays, ...decided]
  return ROWS.reduce<OwnYear>((year, row) => withRow(year, form, row), {
    ...own,
    confirmed: true,
    days,
  })
}

function workedByDecision({ date, name }: CalendarDay, document: string): CalendarDay {
  if (document === '') throw new Invalid([{ field: 'document', code: 'decision_missing' }])
  return { date, name, kind: 'working_day_by_exception', source: document }
}

function withRow(year: OwnYear, form: YearForm, row: Row): OwnYear {
  const [date, name, source] = [form[`date${row}`], form[`name${row}`], form[`source${row}`]]
  if (date === null && name === '' && source === '') return inOrder(year)
  const problems = [
    ...(date === null ? [{ field: `date${row}`, code: 'not_date' }] : []),
    ...(name === '' ? [{ field: `name${row}`, code: 'required' }] : []),
    ...(source === '' ? [{ field: `source${row}`, code: 'required' }] : []),
  ]
  if (date === null || problems.length > 0) throw new Invalid(problems)
  if (!date.startsWith(`${year.year}-`)) {
    throw new Invalid([{ field: `date${row}`, code: 'other_year', values: { year: year.year } }])
  }
  if (year.days.some((own) => own.date === date)) {
    throw new Invalid([{ field: `date${row}`, code: 'duplicate_day', values: { date } }])
  }
  return withDay(year, { date, name: { es: name, en: name }, kind: 'holiday', source })
}

function inOrder(year: OwnYear): OwnYear {
  const days = [...year.days].sort((one, other) => one.date.localeCompare(other.date))
  return { ...year, days }
}
