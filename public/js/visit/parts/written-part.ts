import { el } from '../../offline/element.ts'
import { sayInstant } from '../../offline/local-date.ts'
import type { Visit } from '../visit.ts'

/** What was already written about it since the page was opened. */
export function writtenPart(visit: Visit, elementId: string | null): HTMLElement {
  const { written, stored, say } = visit
  const own = written.filter((note) => note.elementId === elementId)
  const list = el('ul', { class: 'govuk-list visit-written' })
  for (const { words, at } of own) {
    const when = sayInstant(at, document.documentElement.lang, stored.copy.timeZone)
    list.append(
      el(
        'li',
        { class: 'verbatim' },
        el('span', { class: 'secondary-text' }, say('visit.written', { when })),
        ` ${words}`,
      ),
    )
  }
  list.hidden = own.length === 0
  return list
}
