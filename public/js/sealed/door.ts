import { leaveQuickly } from './reporter/quick-exit.ts'

leaveQuickly()

/** Everything that seals is loaded only now; if it cannot be, the form is sent as it stands. */
document.querySelector<HTMLFormElement>('form[data-begin]')?.addEventListener('submit', (event) => {
  const form = event.currentTarget as HTMLFormElement
  const door = document.querySelector<HTMLElement>('[data-door]')
  if (!door) return
  event.preventDefault()
  const narration = new FormData(form).get('narration')
  import('./reporter/journey.ts')
    .then(({ beginJourney }) => beginJourney(door, typeof narration === 'string' ? narration : ''))
    .catch(() => form.submit())
})

/** The ten words never leave a browser that can open the dialogue by itself. */
const returning = document.querySelector<HTMLFormElement>('form[data-return]')
returning?.addEventListener('submit', (event) => {
  const whole = document.querySelector<HTMLElement>('[data-dialogue]')
  if (!whole) return
  event.preventDefault()
  void import('./reporter/dialogue.ts').then(({ openDialogue }) => openDialogue(whole, returning))
})
returning?.querySelector('[data-open]')?.removeAttribute('hidden')

/** What proves a filing is typed only where the script listens; it goes nowhere. */
const proving = document.querySelector<HTMLFormElement>('form[data-prove]')
proving?.addEventListener('submit', (event) => {
  event.preventDefault()
  void import('./reporter/prove-filing.ts').then(({ proveFiling }) => proveFiling(proving))
})
proving?.removeAttribute('hidden')
