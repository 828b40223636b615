import { addDays, type PlainDate } from '../../../platform/dates.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { DAY_CHOICES, type DayChoice } from '../../filing-answers.ts'
import type { Typed } from '../typed-in.ts'
import { orNull, type Step } from './step.ts'
import { centreOf, requires, type Visit } from './visit.ts'

/** The day, as people remember it, and who attended, if that is known. */
export const dayStep: Step = {
  address: 'cuando',
  name: 'day',
  isAsked: () => true,
  isAnswered: ({ answers }) => answers.day !== undefined,
  fields: () => ['day', 'date-day', 'date-month', 'date-year', 'official'],
  fill({ answers }) {
    const [year = '', month = '', day = ''] =
      answers.day === 'other' ? (answers.occurredOn ?? '').split('-') : []
    return {
      day: answers.day ?? '',
      'date-day': day.replace(/^0/, ''),
      'date-month': month.replace(/^0/, ''),
      'date-year': year,
      official: answers.official ?? '',
    }
  },
  read(typed, visit) {
    const day = DAY_CHOICES.find((choice) => choice === typed['day'])
    if (!day || (day === 'unknown' && requires(visit, '/occurredOn'))) {
      return { answers: { day: null }, problems: [{ field: '/day', code: 'required' }] }
    }
    const { date, problem } = dateIn(day, typed, visit.day)
    const problems: FieldProblem[] = problem ? [{ field: '/occurredOn', code: problem }] : []
    return {
      answers: { day, occurredOn: date, official: orNull(typed['official']) },
      problems,
    }
  },
  owns: (field, { answers }) =>
    (field === '/occurredOn' && answers.day !== undefined) || field.startsWith('/officials'),
  tell: ({ answers: { occurredOn, official } }) => ({
    ...(occurredOn && { occurredOn }),
    ...(official && { officials: [official] }),
  }),
  show: (visit, typed, errors) => ({
    mayBeUnknown: !requires(visit, '/occurredOn'),
    chosen: typed['day'],
    today: formatDate(visit.day, visit.language),
    yesterday: formatDate(addDays(visit.day, -1), visit.language),
    date: {
      id: 'date',
      namePrefix: 'date',
      values: { day: typed['date-day'], month: typed['date-month'], year: typed['date-year'] },
      errorMessage: errors.fields['occurredOn'],
    },
    errorMessage: errors.fields['day'],
    officials: officialsOf(visit).length > 0 && {
      name: 'official',
      value: typed['official'],
      errorMessage: errors.fields['officials'],
      items: [{ value: '', text: visit.t('filing.day.no_official') }, ...officialsOf(visit)],
    },
  }),
  rows(visit) {
    const { day, occurredOn, official } = visit.answers
    const named = visit.rules.officials.find(({ officialId }) => officialId === official)
    return [
      {
        row: 'day',
        value: occurredOn
          ? formatDate(occurredOn, visit.language)
          : visit.t(`filing.day.${day ?? 'unknown'}`),
      },
      { row: 'official', value: named ? `${named.name}, ${named.post}` : '' },
    ]
  },
  anchor: (field) => ({ occurredOn: 'date-day', officials: 'official' })[field] ?? field,
}

function dateIn(
  choice: DayChoice,
  typed: Typed,
  today: PlainDate,
): { date: PlainDate | null; problem?: string } {
  if (choice === 'today') return { date: today }
  if (choice === 'yesterday') return { date: addDays(today, -1) }
  if (choice === 'unknown') return { date: null }
  const parts = ['date-day', 'date-month', 'date-year'].map((name) => typed[name] ?? '')
  if (parts.every((part) => part === '')) return { date: null, problem: 'required' }
  const [day, month, year] = parts.map(numberIn)
  const date = day && month && year ? dateOf(day, month, year) : null
  if (date === null) return { date: null, problem: 'not_valid' }
  return date > today ? { date, problem: 'in_future' } : { date }
}

function numberIn(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null
}

/** Null for the 31st of a short month; a year of two digits is one of this century. */
function dateOf(day: number, month: number, year: number): PlainDate | null {
  const full = year < 100 ? 2000 + year : year
  const date = new Date(Date.UTC(full, month - 1, day))
  const isReal = date.getUTCDate() === day && date.getUTCMonth() === month - 1 && full >= 1900
  return isReal ? date.toISOString().slice(0, 10) : null
}

/** Those of the office that was chosen, and those who belong to no office. */
function officialsOf(visit: Visit) {
  const centreId = centreOf(visit)?.centreId
  return visit.rules.officials
    .filter((official) => official.centreId === null || official.centreId === centreId)
    .map(({ officialId, name, post }) => ({ value: officialId, text: `${name}, ${post}` }))
}
