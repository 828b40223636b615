import type { SealedNote } from '../../../../src/improvements/evaluation/tablet/index.ts'
import { button, el } from '../../offline/element.ts'
import { draftNote } from '../draft-note.ts'
import { writtenPart } from '../parts/written-part.ts'
import type { Visit } from '../visit.ts'
import { showScreen } from './frame.ts'
import type { Leaving } from './leaving.ts'

const KINDS = ['interview', 'observation'] as const

/** What was said in an interview, or seen and about no element alone. People appear by their post. */
export function showNote(visit: Visit): Leaving {
  const { say, go } = visit
  const draft = draftNote(visit, null, 'interview')
  let kind: SealedNote['kind'] = 'interview'
  const post = el('input', { class: 'govuk-input', id: 'cargo', type: 'text', autocomplete: 'off' })
  const words = el('textarea', { class: 'govuk-textarea', id: 'nota', rows: 8 })
  const change = () => {
    const said = words.value.trim()
    const who = kind === 'interview' ? post.value.trim() : ''
    draft.change({ kind, words: who !== '' && said !== '' ? `${who}: ${said}` : said })
  }
  post.addEventListener('input', change)
  words.addEventListener('input', change)
  const whose = el(
    'div',
    { class: 'govuk-form-group' },
    el('label', { class: 'govuk-label', for: post.id }, say('visit.interview.post')),
    el('p', { class: 'govuk-hint' }, say('visit.interview.post_hint')),
    post,
  )
  const choose = (chosen: SealedNote['kind']) => {
    kind = chosen
    whose.hidden = kind !== 'interview'
    change()
  }
  const kinds = KINDS.map((one) => {
    const input = el('input', { type: 'radio', name: 'clase', value: one, checked: one === kind })
    input.addEventListener('change', () => choose(one))
    return el(
      'label',
      { class: 'visit-state' },
      input,
      el('span', {}, say(`visit.interview.${one}`)),
    )
  })
  showScreen(visit, {
    name: 'note',
    title: say('visit.write_note'),
    lead: say('visit.interview.no_names'),
    hasBack: true,
    body: [
      el(
        'fieldset',
        { class: 'visit-states' },
        el('legend', { class: 'govuk-visually-hidden' }, say('visit.interview.which')),
        ...kinds,
      ),
      whose,
      el(
        'div',
        { class: 'govuk-form-group' },
        el('label', { class: 'govuk-label', for: words.id }, say('visit.interview.words')),
        words,
      ),
      button(say('visit.done'), 'govuk-button', () => go('')),
      writtenPart(visit, null),
    ],
  })
  return { keep: draft.keep, leave: draft.close }
}
