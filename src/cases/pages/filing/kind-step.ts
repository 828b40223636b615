import { inLanguage } from '../../../regimes/index.ts'
import { UNSURE } from '../../filing-answers.ts'
import type { Step } from './step.ts'
import { kindOf, regimeText, type Visit } from './visit.ts'

/** What the person wants to tell, in examples; the law's word is ours to find. */
export const kindStep: Step = {
  address: '',
  name: 'kind',
  isAsked: () => true,
  isAnswered: (visit) => visit.answers.kind === UNSURE || kindOf(visit) !== null,
  fields: () => ['kind'],
  fill: ({ answers }) => ({ kind: answers.kind ?? '' }),
  read({ kind = '' }, { kinds }) {
    const isKnown = kind === UNSURE || kinds.some(({ code }) => code === kind)
    return {
      answers: { kind },
      problems: isKnown ? [] : [{ field: '/kind', code: 'required' }],
    }
  },
  owns: (field, { answers }) => field === '/kind' && answers.kind !== UNSURE,
  tell: (visit) => ({ kind: kindOf(visit)?.code ?? '' }),
  show: (visit, { kind }, errors) => ({
    elsewhere: regimeText(visit, 'formal_claim_elsewhere'),
    choices: {
      name: 'kind',
      value: kind,
      errorMessage: errors.fields['kind'],
      items: [
        ...kindChoices(visit),
        { divider: visit.t('filing.or') },
        {
          value: UNSURE,
          text: visit.t('filing.kind.unsure'),
          hint: { text: visit.t('filing.kind.unsure_hint') },
        },
      ],
    },
  }),
  rows(visit) {
    const kind = kindOf(visit)
    if (!kind) return []
    return [{ row: 'kind', value: inLanguage(kind.label, visit.language) }]
  },
}

export function kindChoices(visit: Visit) {
  return visit.kinds.map(({ code, label, example }) => ({
    value: code,
    text: inLanguage(label, visit.language),
    hint: { text: inLanguage(example, visit.language) },
  }))
}
