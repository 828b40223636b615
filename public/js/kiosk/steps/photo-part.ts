import type { Visit } from '../filing/draft.ts'
import { shrinkPhoto } from '../../offline/shrink-photo.ts'
import { camera } from '../page/drawings.ts'
import { button, el } from '../../offline/element.ts'
import type { StepPage } from './step.ts'

/** Photos by the tablet's own camera. */
export function photoPart(visit: Visit, page: StepPage): HTMLElement {
  const { say, draft, setup } = visit
  const list = el('ul', { class: 'photos' })
  const input = el('input', {
    class: 'camera__input',
    id: 'photo',
    type: 'file',
    accept: 'image/*',
    capture: 'environment',
    'aria-describedby': 'photo-hint',
  })
  const take = el(
    'div',
    { class: 'camera' },
    input,
    camera(),
    el('label', { class: 'camera__text', for: 'photo' }, say('kiosk.photo.take')),
  )
  const show = () => {
    list.replaceChildren(...draft.photos.map((_, at) => photoOf(visit, at, show)))
    take.hidden = draft.photos.length >= setup.limits.files
  }
  input.addEventListener('click', () => page.away())
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    input.value = ''
    if (file) void addPhoto(visit, page, file).then(show)
  })
  show()
  return el(
    'div',
    { class: 'field' },
    el('p', { class: 'field__label' }, say('kiosk.photo.label')),
    el('p', { class: 'hint', id: 'photo-hint' }, say('kiosk.photo.hint')),
    list,
    take,
  )
}

async function addPhoto({ draft, setup, say }: Visit, page: StepPage, file: File): Promise<void> {
  const name = say('kiosk.photo.name', { n: draft.photos.length + 1 })
  const photo = await shrinkPhoto(file, name, setup.limits.fileBytes)
  if (photo) draft.photos.push(photo)
  else page.tell(say('kiosk.photo.unreadable'))
}

function photoOf({ draft, say }: Visit, at: number, show: () => void): HTMLElement {
  const n = at + 1
  const { small } = draft.photos[at] ?? {}
  small?.setAttribute('role', 'img')
  small?.setAttribute('aria-label', say('kiosk.photo.one', { n }))
  return el(
    'li',
    { class: 'photo' },
    small,
    button(
      say('filing.files.remove'),
      'button button--second',
      () => {
        draft.photos.splice(at, 1)
        show()
      },
      { 'aria-label': say('kiosk.photo.remove', { n }) },
    ),
  )
}
