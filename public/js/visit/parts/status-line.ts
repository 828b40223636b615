import { button, el, type Child } from '../../offline/element.ts'
import { forgetRefusals, listItems } from '../storage/items.ts'
import type { Visit } from '../visit.ts'

/** How it stands: network, what waits, what hinders, what was kept last. Always in sight. */
export interface StatusLine {
  element: HTMLElement
  show: () => Promise<void>
  /** Whether what was written last has reached the disk. */
  saved: (isSaved: boolean) => void
}

export function statusLine(visit: () => Visit): StatusLine {
  const kept = el('p', { class: 'visit-status__kept', role: 'status' })
  const facts = el('div', { class: 'visit-status__facts', 'aria-live': 'polite' })
  const element = el('footer', { class: 'visit-status' }, facts, kept)
  let shown = ''
  const show = async () => {
    const { root, database, stored } = visit()
    const items = await listItems(database, stored.copy.evaluationId)
    const refused = items.filter(({ refusal }) => refusal).length
    const lines = factsOf(visit(), items.length, refused)
    root.dataset['waiting'] = String(items.length)
    // a screen reader hears what is new and nothing twice
    const text = lines.map((line) => (typeof line === 'string' ? line : 'link')).join('|')
    if (text === shown) return
    shown = text
    facts.replaceChildren(...lines.map((line) => el('p', {}, line)))
  }
  return {
    element,
    show,
    saved(isSaved) {
      const { say, clock, stored } = visit()
      const time = new Intl.DateTimeFormat(document.documentElement.lang, {
        timeStyle: 'short',
        timeZone: stored.copy.timeZone,
      }).format(clock())
      kept.textContent = say(isSaved ? 'visit.kept' : 'visit.not_kept', { time })
      kept.classList.toggle('visit-status__kept--failed', !isSaved)
      void show()
    },
  }
}

function factsOf(
  visit: Visit,
  waiting: number,
  refused: number,
): Exclude<Child, null | undefined | false>[] {
  const { say, sending, database } = visit
  const { hindrance } = sending.contact()
  const network = navigator.onLine ? [] : [say('visit.offline')]
  const queue = waiting === 0 ? say('visit.nothing_waits') : say('visit.waits', { count: waiting })
  const lines: Exclude<Child, null | undefined | false>[] = [...network, queue]
  if (hindrance === 'signed_out' || hindrance === 'other_person') {
    const back = encodeURIComponent(location.pathname + location.search)
    const link = el('a', { class: 'govuk-link', href: `/personal/entrar?volver=${back}` })
    link.textContent = say(`visit.hindrance.${hindrance}`)
    lines.push(link)
  }
  if (hindrance === 'not_theirs') lines.push(say('visit.hindrance.not_theirs'))
  if (refused > 0) {
    const again = () => void forgetRefusals(database).then(() => sending.now())
    lines.push(say('visit.refused', { count: refused }))
    lines.push(button(say('visit.try_again'), 'govuk-link visit-link', again))
  }
  return lines
}
