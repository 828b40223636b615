import { el } from '../../offline/element.ts'
import type { Say } from '../../offline/say.ts'
import type { StoredCopy } from '../storage/copies.ts'

/** No visit is open: those that lie on this tablet, or why the one asked for is not there. */
export function showChoice(
  root: HTMLElement,
  say: Say,
  { copies, why }: { copies: readonly StoredCopy[]; why: string | null },
): void {
  const back = encodeURIComponent(location.pathname + location.search)
  const links = copies.map(({ copy }) =>
    el(
      'li',
      {},
      el(
        'a',
        { class: 'govuk-link', href: `${location.pathname}?evaluacion=${copy.evaluationId}` },
        `${copy.centre}, ${copy.year}`,
      ),
    ),
  )
  const main = el('main', { class: 'visit__main' })
  main.append(el('h1', { class: 'govuk-heading-l' }, say('visit.title')))
  if (why) main.append(el('p', { class: 'govuk-body' }, say(`visit.absent.${why}`)))
  if (why === 'signed_out') {
    const href = `/personal/entrar?volver=${back}`
    main.append(
      el(
        'p',
        { class: 'govuk-body' },
        el('a', { class: 'govuk-link', href }, say('visit.sign_in')),
      ),
    )
  }
  if (links.length > 0) main.append(el('ul', { class: 'govuk-list' }, ...links))
  root.replaceChildren(main)
  root.dataset['screen'] = 'choice'
}
