import { button, el } from '../../offline/element.ts'
import type { Say } from '../../offline/say.ts'

export interface IdleDialog {
  show: (left: number) => void
  close: () => void
}

/** Asks whether somebody is still here. It is announced once, not every second. */
export function idleDialog(
  say: Say,
  answers: { stay: () => void; finish: () => void },
): IdleDialog {
  const count = el('p', { class: 'idle__count', 'aria-hidden': 'true' })
  const text = el('p', { class: 'lead', id: 'idle-text' })
  const dialog = el(
    'dialog',
    {
      class: 'idle',
      role: 'alertdialog',
      'aria-labelledby': 'idle-title',
      'aria-describedby': 'idle-text',
    },
    el('h2', { class: 'title', id: 'idle-title' }, say('kiosk.idle.title')),
    text,
    count,
    el(
      'div',
      { class: 'idle__ways' },
      button(say('kiosk.idle.stay'), 'button', answers.stay, { autofocus: true }),
      button(say('kiosk.finish'), 'button button--second', answers.finish),
    ),
  )
  // the key that closes a dialog is a sign of life too
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    answers.stay()
  })
  return {
    show(left) {
      count.textContent = String(left)
      if (dialog.isConnected) return
      text.textContent = say('kiosk.idle.text', { seconds: left })
      document.body.append(dialog)
      dialog.showModal()
    },
    close() {
      dialog.close()
      dialog.remove()
    },
  }
}
