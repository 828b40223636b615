import { inLanguage } from '../device/setup.ts'
import type { Visit } from '../filing/draft.ts'
import { tickBox } from '../page/choices.ts'
import { el, type Child } from '../../offline/element.ts'
import { selectField } from '../page/fields.ts'
import type { Row } from './step.ts'

/** The part of the question about the answer that asks how to speak with the person: all of it optional. */
export function speakingPart(visit: Visit): Child[] {
  const { spokenLanguages = [], supportNeeds = [] } = visit.setup
  return [
    spokenLanguages.length > 0 && languageField(visit),
    supportNeeds.length > 0 && needs(visit, supportNeeds),
  ]
}

/** Nothing asked for, nothing shown. */
export function speakingRows({ setup, draft, language, say }: Visit): Row[] {
  const spoken = (setup.spokenLanguages ?? []).find(({ code }) => code === draft.spokenLanguage)
  const told = draft.supportNeeds.map((need) => say(`filing.support.needs.${need}`))
  return [
    ...(spoken ? [{ row: 'spoken_language', value: inLanguage(spoken.label, language) }] : []),
    ...(told.length > 0 ? [{ row: 'support_needs', value: told.join('\n') }] : []),
  ]
}

function languageField({ setup, say, language, draft }: Visit): HTMLElement {
  return selectField({
    id: 'spokenLanguage',
    label: say('filing.support.language'),
    hint: say('filing.support.language_hint'),
    value: draft.spokenLanguage,
    options: [
      { value: '', text: say('filing.support.language_any') },
      ...(setup.spokenLanguages ?? []).map(({ code, label }) => ({
        value: code,
        text: inLanguage(label, language),
      })),
    ],
    change: (spoken) => {
      draft.spokenLanguage = spoken
    },
  })
}

function needs({ say, draft }: Visit, offered: readonly string[]): HTMLElement {
  return el(
    'details',
    { class: 'field more', open: draft.supportNeeds.length > 0 },
    el('summary', { class: 'more__title' }, say('filing.support.title')),
    el(
      'fieldset',
      { class: 'field', 'aria-describedby': 'needs-hint' },
      el('legend', { class: 'field__label' }, say('filing.support.legend')),
      el('p', { class: 'hint', id: 'needs-hint' }, say('filing.support.hint')),
      ...offered.map((need) =>
        tickBox({
          id: `need-${need}`,
          text: say(`filing.support.needs.${need}`),
          checked: draft.supportNeeds.includes(need),
          change: (isTold) => {
            const others = draft.supportNeeds.filter((one) => one !== need)
            draft.supportNeeds = isTold ? [...others, need] : others
          },
        }),
      ),
    ),
  )
}
