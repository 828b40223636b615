import type { Setup } from '../device/setup.ts'
import { markOf } from './drawings.ts'
import { button, el, present, type Child } from '../../offline/element.ts'
import { listenButton, stopReading } from './read-aloud.ts'
import type { Say } from '../../offline/say.ts'

/** Where screens are shown, one at a time. */
export interface Stage {
  root: HTMLElement
  say: Say
  language: string
  setup: Setup
  /** Wipes what was told and goes back to the first screen. */
  finish: () => void
}

export interface Screen {
  /** A stable name, for styles and trials. */
  name: string
  title: string
  /** "Step 2 of 7". */
  progress?: string | undefined
  lead?: string | undefined
  body: readonly Child[]
  /** At the foot: the way on last. */
  actions?: readonly Child[]
  /** What is wrong, before everything else. */
  wrong?: Child
  isReadAloud?: boolean
}

/** Replaces the screen; its heading takes the focus, so that a screen reader begins there. */
export function showScreen(stage: Stage, screen: Screen): void {
  const { root, say, language, setup } = stage
  stopReading()
  const heading = el('h1', { class: 'title', tabindex: '-1' }, screen.title)
  const main = el('main', { class: 'main', id: 'main' })
  const listen = screen.isReadAloud === false ? null : listenButton(say, language, main)
  main.append(
    ...present([
      screen.progress && el('p', { class: 'progress' }, screen.progress),
      screen.wrong,
      el('div', { class: 'heading' }, heading, listen),
      screen.lead && el('p', { class: 'lead' }, screen.lead),
      ...screen.body,
    ]),
  )
  root.replaceChildren(
    ...present([
      setup.administration.demo && el('p', { class: 'demo' }, say('kiosk.demo')),
      el(
        'header',
        { class: 'header' },
        el(
          'div',
          { class: 'header__name' },
          markOf(setup, 'header__mark'),
          el(
            'p',
            { class: 'header__words' },
            el('strong', {}, setup.administration.name),
            el('span', {}, setup.centre.name),
          ),
        ),
        button(say('kiosk.finish'), 'button button--quiet finish', stage.finish),
      ),
      main,
      screen.actions && el('div', { class: 'actions' }, ...screen.actions),
    ]),
  )
  root.dataset['screen'] = screen.name
  document.documentElement.lang = language
  document.title = `${screen.title} – ${setup.administration.name}`
  scrollTo(0, 0)
  const first = root.querySelector<HTMLElement>('[data-wrong]') ?? heading
  first.focus()
}
