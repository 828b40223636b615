import { button, el } from '../../offline/element.ts'
import type { Say } from '../../offline/say.ts'
import { dropItem } from '../storage/items.ts'
import { takePhoto, type TakenPhoto } from '../take-photo.ts'
import type { Visit } from '../visit.ts'

/** Photos of one element by the tablet's own camera; each is kept at once. */
export function photoPart(
  visit: Visit,
  elementId: string,
  taken: (id: string) => void,
): HTMLElement {
  const { say, database } = visit
  const list = el('ul', { class: 'visit-photos' })
  const problem = el('p', { class: 'govuk-error-message', role: 'alert', hidden: true })
  const id = `foto-${elementId}`
  const input = el('input', {
    ...{ class: 'visit-camera__input', id, type: 'file', accept: 'image/*' },
    capture: 'environment',
  })
  const add = async (file: File) => {
    const photo = await takePhoto(visit, elementId, file).catch(() => 'not_kept' as const)
    problem.hidden = photo !== null && photo !== 'not_kept'
    problem.textContent = say(`visit.photo.${photo === null ? 'unreadable' : 'not_kept'}`)
    if (photo === null || photo === 'not_kept') return visit.saved(photo === null)
    taken(photo.id)
    const item = photoItem(say, photo, list.children.length + 1, () => {
      void dropItem(database, photo.id)
      item.remove()
    })
    list.append(item)
    visit.saved(true)
  }
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    input.value = ''
    if (file) void add(file)
  })
  const label = el(
    'label',
    { class: 'govuk-button govuk-button--secondary visit-camera', for: id },
    say('visit.photo.take'),
    el('span', { class: 'govuk-visually-hidden' }, ` ${elementId}`),
  )
  return el('div', { class: 'visit-photo' }, input, label, problem, list)
}

function photoItem(say: Say, { small }: TakenPhoto, n: number, remove: () => void): HTMLElement {
  small.setAttribute('role', 'img')
  small.setAttribute('aria-label', say('visit.photo.one', { n }))
  const link = 'govuk-link visit-link'
  const text = say('visit.photo.remove')
  return el('li', {}, small, button(text, link, remove, { 'aria-label': `${text} ${n}` }))
}
