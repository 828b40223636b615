import { rulesOn, type MotiveRule } from '../../../regimes/index.ts'
import { GO_ON } from './corruption-door.ts'
import { orNull, type Step } from './step.ts'
import { inLanguage, requires, type Visit } from './visit.ts'

/** What it is about, in the regime's two levels; asked only where the kind cannot do without. */
export const motiveStep: Step = {
  address: 'motivo',
  name: 'motive',
  isAsked: (visit) => requires(visit, '/motive') || requires(visit, '/motives'),
  isAnswered: (visit) => mainMotives(visit).some(({ code }) => code === visit.answers.motive),
  fields: (visit) => ['motive', ...mainMotives(visit).map(({ code }) => `sub-${code}`), GO_ON],
  fill: ({ answers: { motive = '', submotive = '' } }) => ({
    motive,
    [`sub-${motive}`]: submotive,
  }),
  read: (typed) => ({
    answers: {
      motive: typed['motive'] ?? '',
      submotive: orNull(typed[`sub-${typed['motive'] ?? ''}`]),
      ...(typed[GO_ON] && { goesOnHere: true }),
    },
    problems: typed['motive'] ? [] : [{ field: '/motive', code: 'required' }],
  }),
  owns: (field) => field.startsWith('/motive'),
  tell: ({ answers: { motive, submotive } }) => ({
    ...(motive && { motives: submotive ? [submotive, motive] : [motive] }),
  }),
  show: (visit, typed, errors) => ({
    chosen: typed['motive'],
    errorMessage: errors.fields['motive'] ?? errors.fields['motives'],
    motives: mainMotives(visit).map(({ code, label }) => ({
      value: code,
      text: inLanguage(visit, label),
      more: moreOf(visit, code, typed[`sub-${code}`]),
    })),
  }),
  rows(visit) {
    const { motive, submotive } = visit.answers
    const chosen = motivesOf(visit).find(({ code }) => code === (submotive ?? motive))
    return [{ row: 'motive', value: chosen ? inLanguage(visit, chosen.label) : '' }]
  },
}

/** Whether what was chosen is a matter for the door of corruption reports. */
export function suggestsCorruption(visit: Visit): boolean {
  const { motive, submotive } = visit.answers
  return motivesOf(visit).some(
    (rule) => rule.suggestsCorruption && (rule.code === motive || rule.code === submotive),
  )
}

function motivesOf({ rules, day }: Visit): MotiveRule[] {
  return rulesOn(rules.regime.motives, day)
}

function mainMotives(visit: Visit): MotiveRule[] {
  return motivesOf(visit).filter(({ parent }) => parent === undefined)
}

function moreOf(visit: Visit, code: string, value: string | undefined) {
  const below = motivesOf(visit).filter(({ parent }) => parent === code)
  if (below.length === 0) return null
  return {
    name: `sub-${code}`,
    value,
    items: [
      { value: '', text: visit.t('filing.motive.no_more') },
      ...below.map((rule) => ({ value: rule.code, text: inLanguage(visit, rule.label) })),
    ],
  }
}
