import type { Enrolled } from '../device/device-calls.ts'
import { mark } from '../page/drawings.ts'
import { button, el } from '../../offline/element.ts'
import { textField } from '../page/fields.ts'
import { focusOn } from '../../offline/hidden-stage.ts'
import type { Say } from '../../offline/say.ts'

/** For staff, once in the life of a tablet. */
export function showEnrol(
  root: HTMLElement,
  say: Say,
  enrol: (code: string) => Promise<Enrolled>,
  done: () => void,
  failed?: Exclude<Enrolled, 'enrolled'>,
): void {
  let code = ''
  const send = async () => {
    const typed = code.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
    const result = typed.length === 8 ? await enrol(typed) : 'wrong_code'
    if (result === 'enrolled') done()
    else showEnrol(root, say, enrol, done, result)
  }
  const form = el(
    'form',
    { class: 'enrol', autocomplete: 'off', novalidate: true },
    mark('enrol__mark'),
    el('h1', { class: 'title', tabindex: '-1' }, say('kiosk.enrol.title')),
    el('p', { class: 'lead' }, say('kiosk.enrol.lead')),
    textField({
      id: 'code',
      label: say('kiosk.enrol.code'),
      hint: say('kiosk.enrol.code_hint'),
      value: '',
      error: failed && say(`kiosk.enrol.${failed}`),
      change: (typed) => {
        code = typed
      },
      attributes: { autocapitalize: 'characters', maxlength: 12, class: 'input input--code' },
    }),
    button(say('kiosk.enrol.send'), 'button', () => void send()),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  root.replaceChildren(el('main', { class: 'main' }, form))
  root.dataset['screen'] = 'enrol'
  document.title = say('kiosk.enrol.title')
  if (failed) focusOn(root, 'code')
}
