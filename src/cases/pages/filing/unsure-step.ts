import { UNSURE } from '../../filing-answers.ts'
import { inLanguage, rulesOn } from '../../../regimes/index.ts'
import { readText, suggestKind, type KindSuggestion } from '../../../routing/index.ts'
import { kindChoices } from './kind-step.ts'
import type { Step } from './step.ts'
import { kindOf, type Visit } from './visit.ts'

/** For who did not know what theirs is called: what their words look like and why, to confirm or change. */
export const unsureStep: Step = {
  address: 'que-es',
  name: 'unsure',
  isAside: true,
  isAsked: ({ answers }) => answers.kind === UNSURE,
  isAnswered: (visit) => kindOf(visit) !== null,
  fields: () => ['kind'],
  fill: (visit) => ({ kind: suggestionFor(visit)?.kind ?? '' }),
  read({ kind = '' }, { kinds }) {
    const isKnown = kinds.some(({ code }) => code === kind)
    return {
      answers: { kind: isKnown ? kind : UNSURE },
      problems: isKnown ? [] : [{ field: '/kind', code: 'required' }],
    }
  },
  owns: () => false,
  tell: () => ({}),
  show: (visit, { kind }, errors) => ({
    found: sayWhy(visit, suggestionFor(visit)),
    choices: {
      name: 'kind',
      value: kind,
      errorMessage: errors.fields['kind'],
      items: kindChoices(visit),
    },
  }),
  rows: () => [],
}

function suggestionFor({ answers, kinds, rules, day }: Visit): KindSuggestion | null {
  return suggestKind(
    rulesOn(rules.regime.kindWords, day),
    new Set(kinds.map(({ code }) => code)),
    readText(answers.description ?? ''),
  )
}

/** So many of the words are enough to see why. */
const MOST_WORDS = 3

function sayWhy(visit: Visit, suggestion: KindSuggestion | null): string {
  const kind = visit.kinds.find(({ code }) => code === suggestion?.kind)
  if (!suggestion || !kind) return visit.t('filing.unsure.none')
  const words = suggestion.because
    .slice(0, MOST_WORDS)
    .map((word) => visit.t('filing.unsure.quoted', { word }))
  return visit.t('filing.unsure.because', {
    kind: inLanguage(kind.label, visit.language),
    words: words.join(', '),
  })
}
