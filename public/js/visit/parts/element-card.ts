import type { CopiedElement } from '../../../../src/improvements/evaluation/tablet/index.ts'
import {
  FOUND_STATES,
  type FoundState,
} from '../../../../src/improvements/evaluation/tablet/index.ts'
import { el, type Child } from '../../offline/element.ts'
import type { Say } from '../../offline/say.ts'
import { draftNote, type DraftNote } from '../draft-note.ts'
import { foundOf, type Visit } from '../visit.ts'
import { photoPart } from './photo-part.ts'
import { writtenPart } from './written-part.ts'

export interface ElementCard {
  element: HTMLElement
  draft: DraftNote
  /** What was taken on this card and may be sent with it. */
  photos: ReadonlySet<string>
}

/** One element: what to look at, what the book shows, how it was found, a note and photos. */
export function elementCard(visit: Visit, asked: CopiedElement): ElementCard {
  const { say } = visit
  const { id } = asked
  const draft = draftNote(visit, id, 'observation')
  const photos = new Set<string>()
  const words = el('textarea', { class: 'govuk-textarea', id: `nota-${id}`, rows: 2 })
  words.spellcheck = false
  const missing = el('p', { class: 'visit-missing', id: `falta-${id}`, hidden: true })
  words.setAttribute('aria-describedby', missing.id)
  let state: FoundState | null = foundOf(visit, asked)
  const showMissing = () => {
    const isMissing =
      (state === 'not_met' || state === 'not_applicable') && words.value.trim() === ''
    missing.hidden = !isMissing || !isTouched
    missing.textContent = isMissing ? say(`visit.why.${state}`) : ''
  }
  let isTouched = false
  const choose = (chosen: FoundState) => {
    state = chosen
    isTouched = true
    draft.change({ state: chosen, words: words.value })
    showMissing()
  }
  words.addEventListener('input', () => {
    draft.change({ words: words.value })
    showMissing()
  })
  const element = el(
    'section',
    { class: 'visit-element', 'data-requirement': id, 'aria-labelledby': `elemento-${id}` },
    el(
      'h3',
      { class: 'govuk-heading-s', id: `elemento-${id}` },
      el('span', { class: 'requirement__id' }, id),
      ` ${asked.text}`,
    ),
    questions(asked),
    shownPart(say, asked),
    states(say, id, state, choose),
    el('label', { class: 'govuk-label', for: words.id }, say('visit.note')),
    missing,
    words,
    writtenPart(visit, id),
    photoPart(visit, id, (photo) => photos.add(photo)),
  )
  return { element, draft, photos }
}

function questions({ questions: asked }: CopiedElement): Child {
  if (asked.length === 0) return null
  const items = asked.map((one) => el('li', {}, one))
  return el('ul', { class: 'govuk-list govuk-list--bullet visit-questions' }, ...items)
}

/** What the book proves by itself, and what is missing. */
function shownPart(say: Say, { standing, shown, added, owed }: CopiedElement): HTMLElement {
  const lines = [
    ...shown.flatMap(({ title, lacks }) => [
      title,
      ...lacks.map((lack) => say('visit.lacks', { lack })),
    ]),
    ...(added > 0 ? [say('visit.added', { count: added })] : []),
    ...(owed > 0 ? [say('visit.owed', { count: owed })] : []),
  ]
  const summary = say(`visit.standing.${standing}`)
  if (lines.length === 0) return el('p', { class: 'govuk-body-s secondary-text' }, summary)
  return el(
    'details',
    { class: 'govuk-details visit-shown' },
    el(
      'summary',
      { class: 'govuk-details__summary' },
      el('span', { class: 'govuk-details__summary-text' }, summary),
    ),
    el(
      'ul',
      { class: 'govuk-list govuk-list--bullet govuk-details__text' },
      ...lines.map((line) => el('li', {}, line)),
    ),
  )
}

function states(
  say: Say,
  id: string,
  found: FoundState | null,
  choose: (state: FoundState) => void,
): HTMLElement {
  const choices = FOUND_STATES.map((state) => {
    const input = el('input', {
      ...{ type: 'radio', name: `estado-${id}`, id: `${state}-${id}`, value: state },
      checked: state === found,
    })
    input.addEventListener('change', () => choose(state))
    const text = el('span', {}, say(`visit.state.${state}`))
    return el('label', { class: `visit-state visit-state--${state}` }, input, text)
  })
  return el(
    'fieldset',
    { class: 'visit-states' },
    el('legend', { class: 'govuk-visually-hidden' }, say('visit.how_found', { id })),
    ...choices,
  )
}
