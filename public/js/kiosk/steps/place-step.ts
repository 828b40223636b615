import { requires } from '../filing/requirements.ts'
import { choices } from '../page/choices.ts'
import { selectField, textField } from '../page/fields.ts'
import type { Visit } from '../filing/draft.ts'
import type { Step } from './step.ts'

/** So many fit on the screen; with more, one list is quicker. */
const MOST_CARDS = 12
const LONGEST_PLACE = 500

/** Which service of this office, and the exact place if it helps. */
export const placeStep: Step = {
  name: 'place',
  isAsked: () => true,
  title: ({ say }) => say('kiosk.place.title'),
  lead: ({ say, setup }) => say('kiosk.place.here', { centre: setup.centre.name }),
  build(visit, page) {
    const { say, draft } = visit
    return [
      visit.setup.services.length > 0 && serviceField(visit, page.wrong('service')),
      textField({
        id: 'place',
        label: say('filing.place.exact'),
        hint: say('kiosk.place.exact_hint'),
        value: draft.place,
        error: page.wrong('place'),
        change: (place) => {
          draft.place = place
        },
      }),
    ]
  },
  problems(visit) {
    const { draft } = visit
    return [
      ...(isServiceNeeded(visit) && !draft.service ? [{ field: 'service', code: 'required' }] : []),
      ...(draft.place.trim().length > LONGEST_PLACE
        ? [{ field: 'place', code: 'too_long', values: { max: LONGEST_PLACE } }]
        : []),
    ]
  },
  rows: ({ draft, setup }) => [
    {
      row: 'service',
      value: setup.services.find(({ slug }) => slug === draft.service)?.name ?? '',
    },
    { row: 'place', value: draft.place.trim() },
  ],
}

function isServiceNeeded(visit: Visit): boolean {
  return requires(visit, '/service')
}

function serviceField(visit: Visit, error: string | undefined): HTMLElement {
  const { say, setup, draft } = visit
  const isNeeded = isServiceNeeded(visit)
  const all = setup.services.map(({ slug, name }) => ({ value: slug, text: name }))
  const none = { value: '', text: say('filing.place.no_service') }
  const legend = say(isNeeded ? 'filing.place.service_needed' : 'filing.place.service')
  const choose = (service: string) => {
    draft.service = service
  }
  if (all.length > MOST_CARDS) {
    const first = isNeeded ? { value: '', text: say('filing.place.choose') } : none
    const label = legend
    const value = draft.service
    const options = [first, ...all]
    return selectField({ id: 'service', label, value, error, change: choose, options })
  }
  return choices({
    name: 'service',
    legend,
    look: 'choices--pairs',
    value: isNeeded ? draft.service : (draft.service ?? ''),
    error,
    choose,
    choices: [...all, ...(isNeeded ? [] : [none])],
  })
}
