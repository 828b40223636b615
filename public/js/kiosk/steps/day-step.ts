import type { OfficialSetup } from '../device/setup.ts'
import { dayBefore, dayOf, sayDay } from '../../offline/local-date.ts'
import { DAYS, type DayChoice, type Visit } from '../filing/draft.ts'
import { requires } from '../filing/requirements.ts'
import { choices } from '../page/choices.ts'
import { el } from '../../offline/element.ts'
import { describedBy, notes, selectField } from '../page/fields.ts'
import type { Problem } from '../page/problems.ts'
import type { Step } from './step.ts'

/** The day, as people remember it, and who attended, if that is known. */
export const dayStep: Step = {
  name: 'day',
  isAsked: () => true,
  title: ({ say }) => say('filing.day.title'),
  build(visit, page) {
    const { say, setup, draft, today, language } = visit
    const hints: Partial<Record<DayChoice, string>> = {
      today: sayDay(today, language),
      yesterday: sayDay(dayBefore(today), language),
    }
    const offered = DAYS.filter((day) => day !== 'unknown' || !requires(visit, '/occurredOn'))
    return [
      choices({
        name: 'day',
        legend: say('filing.day.title'),
        legendHidden: true,
        value: draft.day,
        error: page.wrong('day'),
        choose: (value) => {
          const chosen = DAYS.find((day) => day === value)
          if (chosen) draft.day = chosen
        },
        choices: offered.map((day) => ({
          value: day,
          text: say(`filing.day.${day}`),
          hint: hints[day],
          ...(day === 'other' && { inside: [dateFields(visit, page.wrong('occurredOn'))] }),
        })),
      }),
      (setup.officials ?? []).length > 0 && officialField(visit),
    ]
  },
  problems(visit) {
    const { draft } = visit
    if (!draft.day || (draft.day === 'unknown' && requires(visit, '/occurredOn')))
      return [{ field: 'day', code: 'required' }]
    const { day, code } = readDay(visit)
    if (day === undefined) delete draft.occurredOn
    else draft.occurredOn = day
    return code ? [problemOfDate(code)] : []
  },
  rows({ setup, draft, say, language }) {
    const { day, occurredOn } = draft
    const value = occurredOn ? sayDay(occurredOn, language) : say(`filing.day.${day ?? 'unknown'}`)
    const { officials = [] } = setup
    const named = officials.find(({ id }) => id === draft.official)
    return [
      { row: 'day', value },
      ...(officials.length > 0
        ? [{ row: 'official', value: named ? sayOfficial(named) : '' }]
        : []),
    ]
  },
}

function officialField({ say, setup, draft }: Visit): HTMLElement {
  return selectField({
    id: 'official',
    label: say('filing.day.official'),
    hint: say('filing.day.official_hint'),
    value: draft.official,
    options: [
      { value: '', text: say('filing.day.no_official') },
      ...(setup.officials ?? []).map((one) => ({ value: one.id, text: sayOfficial(one) })),
    ],
    change: (official) => {
      draft.official = official
    },
  })
}

function sayOfficial({ name, post }: OfficialSetup): string {
  return `${name}, ${post}`
}

function problemOfDate(code: string): Problem {
  return { field: 'occurredOn', code, at: 'date-day' }
}

function readDay({ draft, today }: Visit): { day?: string; code?: string } {
  if (draft.day === 'today') return { day: today }
  if (draft.day === 'yesterday') return { day: dayBefore(today) }
  if (draft.day === 'unknown') return {}
  const parts = [draft.date.day, draft.date.month, draft.date.year].map((part) => part.trim())
  if (parts.every((part) => part === '')) return { code: 'required' }
  const [day, month, year] = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : 0))
  const date = day && month && year ? dayOf(day, month, year) : null
  if (date === null) return { code: 'not_valid' }
  return date > today ? { code: 'in_future' } : { day: date }
}

function dateFields({ say, draft }: Visit, error: string | undefined): HTMLElement {
  const hint = say('filing.day.date_hint')
  const part = (name: 'day' | 'month' | 'year', wide: boolean) => {
    const input = el('input', {
      class: wide ? 'input input--year' : 'input input--number',
      id: `date-${name}`,
      type: 'text',
      inputmode: 'numeric',
      autocomplete: 'off',
      maxlength: 4,
      'aria-invalid': error ? 'true' : undefined,
    })
    input.value = draft.date[name]
    input.addEventListener('input', () => {
      draft.date[name] = input.value
    })
    return el('div', {}, el('label', { for: `date-${name}` }, say(`kiosk.date.${name}`)), input)
  }
  const { 'aria-describedby': told } = describedBy({ id: 'date', hint, error })
  return el(
    'fieldset',
    { class: 'field', 'aria-describedby': told },
    el('legend', { class: 'field__label' }, say('filing.day.date')),
    ...notes('date', hint, error),
    el('div', { class: 'date' }, part('day', false), part('month', false), part('year', true)),
  )
}
