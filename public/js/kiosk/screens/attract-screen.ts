import { inLanguage, stateOn, type Setup } from '../device/setup.ts'
import { localDay } from '../../offline/local-date.ts'
import { clock } from '../device/device-calls.ts'
import { mark, markOf } from '../page/drawings.ts'
import { button, el, present } from '../../offline/element.ts'
import type { Say } from '../../offline/say.ts'
import type { SurveySetup } from '../survey/survey-setup.ts'
import type { Waiting } from '../storage/filing-queue.ts'

export interface AttractFacts {
  setup: Setup
  waiting: Waiting
  hasRoom: boolean
  /** How many it took on this day. */
  takenToday: number
  isUnknown: boolean
}

/** Why nobody may begin; null when all is well. What waits is sent all the same. */
export type Closed = 'off' | 'ended' | 'quota' | 'full' | 'unknown'

export function whyClosed({ setup, hasRoom, takenToday, isUnknown }: AttractFacts): Closed | null {
  const state = stateOn(setup, localDay(clock(), setup.administration.timeZone))
  if (isUnknown) return 'unknown'
  if (state !== 'on') return state
  if (takenToday >= (setup.device.quotaPerDay ?? Infinity)) return 'quota'
  return hasRoom ? null : 'full'
}

export interface AttractWays {
  begin: (language: string) => void
  survey: (language: string, survey: SurveySetup) => void
  staff: () => void
}

/** The first screen: the office's own words, and in which language to go on. */
export function showAttract(
  root: HTMLElement,
  facts: AttractFacts,
  sayIn: (language: string) => Say,
  ways: AttractWays,
): void {
  const { setup, waiting } = facts
  const [first = 'es'] = setup.languages
  const say = sayIn(first)
  const closed = whyClosed(facts)
  const own = inLanguage(setup.texts['attract'], first)
  root.replaceChildren(
    ...present([setup.administration.demo && el('p', { class: 'demo' }, say('kiosk.demo'))]),
    el(
      'main',
      { class: 'attract' },
      !setup.mark && mark('attract__ground'),
      el(
        'div',
        { class: 'attract__who' },
        markOf(setup, 'attract__mark'),
        el('p', {}, el('strong', {}, setup.administration.name), el('span', {}, setup.centre.name)),
      ),
      el(
        'div',
        { class: 'attract__words' },
        el('h1', { class: 'attract__title' }, say('kiosk.attract.title')),
        ...(closed
          ? [
              el(
                'p',
                { class: 'attract__lead', 'data-closed': closed },
                say(`kiosk.closed.${closed}`),
              ),
            ]
          : [
              el('p', { class: 'attract__lead' }, own || say('kiosk.attract.lead')),
              languageButtons(setup.languages, sayIn, ways.begin),
              surveyButtons(setup, sayIn, ways.survey),
            ]),
      ),
      el(
        'div',
        { class: 'attract__foot' },
        el('p', { class: 'attract__note' }, closed ? '' : say('kiosk.attract.note')),
        button(
          present([
            el('span', {}, say('kiosk.staff.open')),
            waiting.count > 0 && el('span', { class: 'waiting' }, String(waiting.count)),
          ]) as Node[],
          'button button--bare',
          ways.staff,
          waiting.count > 0
            ? { 'aria-label': say('kiosk.staff.open_waiting', { count: waiting.count }) }
            : {},
        ),
      ),
    ),
  )
  root.dataset['screen'] = 'attract'
  document.documentElement.lang = first
  document.title = `${say('kiosk.attract.title')} – ${setup.administration.name}`
}

function languageButtons(
  languages: readonly string[],
  sayIn: (language: string) => Say,
  begin: (language: string) => void,
): HTMLElement {
  return el(
    'div',
    { class: 'attract__languages' },
    ...languages.map((language) => {
      const say = sayIn(language)
      return button(
        [
          el('span', { class: 'attract__start' }, say('kiosk.attract.start')),
          el('span', { class: 'attract__language' }, say('kiosk.language')),
        ],
        'button button--start',
        () => begin(language),
        { lang: language },
      )
    }),
  )
}

/** Offered while a campaign asks here; it takes nothing from who wants to tell something. */
function surveyButtons(
  { survey, languages, administration }: Setup,
  sayIn: (language: string) => Say,
  begin: AttractWays['survey'],
): HTMLElement | null {
  if (!survey || localDay(clock(), administration.timeZone) > survey.endsOn) return null
  return el(
    'div',
    { class: 'attract__surveys' },
    ...languages.map((language) =>
      button(
        sayIn(language)('kiosk.survey.start', { minutes: survey.minutes }),
        'button button--survey',
        () => begin(language, survey),
        { lang: language },
      ),
    ),
  )
}
