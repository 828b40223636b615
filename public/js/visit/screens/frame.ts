import { button, el, present, type Child } from '../../offline/element.ts'
import type { Visit } from '../visit.ts'

interface Screen {
  /** A stable name, for styles and trials. */
  name: string
  title: string
  lead?: string
  body: readonly Child[]
  hasBack?: boolean
}

/** Replaces the screen; its heading takes the focus, so that a screen reader begins there. */
export function showScreen(visit: Visit, { name, title, lead, body, hasBack }: Screen): void {
  const { root, say, stored, go } = visit
  const { centre, year, administration } = stored.copy
  const heading = el('h1', { class: 'govuk-heading-l', tabindex: '-1' }, title)
  const back = hasBack && button(say('visit.back'), 'govuk-back-link visit-link', () => go(''))
  root
    .querySelector('main')
    ?.replaceChildren(
      ...present([
        back,
        el('p', { class: 'govuk-body secondary-text' }, `${administration} · ${centre}, ${year}`),
        heading,
        lead && el('p', { class: 'govuk-body reading' }, lead),
        ...body,
      ]),
    )
  root.dataset['screen'] = name
  document.title = `${title} – ${centre}`
  scrollTo(0, 0)
  heading.focus()
}
