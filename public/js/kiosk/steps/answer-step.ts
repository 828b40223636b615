import { placeOf } from '../../../../src/cases/asked-of-person.ts'
import { CONSENTS, type PersonField, type Visit } from '../filing/draft.ts'
import { problemsOfField } from '../filing/person-problems.ts'
import { waysOf } from '../filing/requirements.ts'
import { choices, tickBox } from '../page/choices.ts'
import { el } from '../../offline/element.ts'
import { personField } from './person-field.ts'
import { speakingPart, speakingRows } from './speaking-part.ts'
import type { Step, StepPage } from './step.ts'

/** How the answer reaches the person, and what the person agrees to. */
export const answerStep: Step = {
  name: 'answer',
  isAsked: () => true,
  title: ({ say }) => say('filing.answer.title'),
  build: (visit, page) => [ways(visit, page), consents(visit, page), ...speakingPart(visit)],
  problems(visit) {
    const { draft } = visit
    if (!draft.answerBy || !waysOf(visit).includes(draft.answerBy))
      return [{ field: 'answerBy', code: 'required' }]
    const place = placeOf(draft.answerBy)
    const isMissing = place && !draft.person[place]?.trim()
    const needsConsent = draft.answerBy === 'email' || draft.answerBy === 'sms'
    return [
      ...(isMissing ? [{ field: place, code: 'required' }] : []),
      ...(place ? problemsOfField(visit, place) : []),
      ...(needsConsent && !draft.consents.electronicNotice
        ? [{ field: 'electronicNotice', code: 'required' }]
        : []),
    ]
  },
  rows(visit) {
    const { draft, say } = visit
    const place = placeOf(draft.answerBy)
    const way = draft.answerBy ? sayWay(say, draft.answerBy) : ''
    const agreed = CONSENTS.filter((consent) => draft.consents[consent])
    return [
      { row: 'answer', value: place ? `${way}\n${draft.person[place] ?? ''}` : way },
      {
        row: 'consents',
        value:
          agreed.map((consent) => say(`filing.answer.short.${consent}`)).join('\n') ||
          say('filing.answer.short.none'),
      },
      ...speakingRows(visit),
    ]
  },
}

function sayWay(say: Visit['say'], way: string): string {
  return say(way === 'none' ? 'kiosk.answer.none' : `filing.answer.ways.${way}`)
}

function ways(visit: Visit, page: StepPage): HTMLElement {
  const { say, draft } = visit
  return choices({
    name: 'answerBy',
    legend: say('filing.answer.title'),
    legendHidden: true,
    value: draft.answerBy,
    error: page.wrong('answerBy'),
    choose: (way) => {
      draft.answerBy = way
    },
    choices: waysOf(visit).map((way) => ({
      value: way,
      text: sayWay(say, way),
      hint: say(`filing.answer.ways_hint.${way}`),
      inside: insideOf(visit, page, placeOf(way)),
    })),
  })
}

function insideOf(visit: Visit, page: StepPage, place: PersonField | undefined): HTMLElement[] {
  if (!place) return []
  const hints: Partial<Record<PersonField, string>> = {
    phone: visit.say('filing.answer.phone_hint'),
    address: visit.say('filing.answer.address_hint'),
  }
  return [
    personField(visit, page, place, {
      label: visit.say(`filing.answer.${place}`),
      hint: hints[place],
    }),
  ]
}

function consents({ say, draft }: Visit, page: StepPage): HTMLElement {
  return el(
    'fieldset',
    { class: 'field' },
    el('legend', { class: 'field__label' }, say('filing.answer.consents')),
    el('p', { class: 'hint' }, say('filing.answer.consents_hint')),
    ...CONSENTS.map((consent) =>
      tickBox({
        id: consent,
        text: say(`filing.answer.${consent}`),
        hint: say(`filing.answer.${consent}_hint`),
        checked: draft.consents[consent] ?? false,
        error: page.wrong(consent),
        change: (isGiven) => {
          draft.consents[consent] = isGiven
        },
      }),
    ),
  )
}
