import type { CopiedCriterion } from '../../../../src/improvements/evaluation/tablet/index.ts'
import type { UndecidedItem } from '../../../../src/improvements/evaluation/tablet/index.ts'
import { button, el, type Child } from '../../offline/element.ts'
import type { Say } from '../../offline/say.ts'
import { elementsOf, foundOf, type Visit } from '../visit.ts'
import { showScreen } from './frame.ts'

export interface HomeFacts {
  /** The page starts without network from now on; null: this browser cannot. */
  isReady: boolean | null
  waiting: number
  onlyObserved: boolean
}

interface HomeActs {
  forget: () => void
  observe: (onlyObserved: boolean) => void
}

/** Where the visit begins and ends: criteria with how far each is, and what waits for a decision. */
export function showHome(visit: Visit, facts: HomeFacts, acts: HomeActs): void {
  const { say, stored, sending, go } = visit
  const { copy } = stored
  const { undecided, isSigned } = sending.contact()
  const ready = facts.isReady === null ? 'cannot' : facts.isReady ? 'ready' : 'preparing'
  showScreen(visit, {
    name: 'home',
    title: say('visit.title'),
    lead: say(`visit.${ready}`),
    body: [
      isSigned && el('p', { class: 'govuk-inset-text' }, say('visit.signed')),
      undecidedPart(say, undecided, copy.pageUrl),
      button(say('visit.write_note'), 'govuk-button', () => go('nota')),
      observedChoice(say, facts, acts),
      el(
        'ul',
        { class: 'visit-criteria' },
        ...copy.criteria
          .filter((criterion) => !facts.onlyObserved || isObserved(criterion))
          .map((criterion) => el('li', {}, criterionLink(visit, criterion))),
      ),
      el(
        'p',
        { class: 'govuk-body' },
        el('a', { class: 'govuk-link', href: copy.pageUrl }, say('visit.in_book')),
      ),
      facts.waiting === 0 &&
        el(
          'p',
          { class: 'govuk-body' },
          button(say('visit.forget'), 'govuk-button govuk-button--secondary', acts.forget),
        ),
    ],
  })
}

export function isObserved({ evidences }: CopiedCriterion): boolean {
  return evidences.some((evidence) => evidence.isObserved)
}

function observedChoice(say: Say, { onlyObserved }: HomeFacts, { observe }: HomeActs): Child {
  const input = el('input', {
    ...{ class: 'govuk-checkboxes__input', type: 'checkbox', id: 'solo-observado' },
    checked: onlyObserved,
  })
  input.addEventListener('change', () => observe(input.checked))
  return el(
    'div',
    { class: 'govuk-checkboxes govuk-checkboxes--small' },
    el(
      'div',
      { class: 'govuk-checkboxes__item' },
      input,
      el(
        'label',
        { class: 'govuk-label govuk-checkboxes__label', for: input.id },
        say('visit.only_observed'),
      ),
    ),
  )
}

function criterionLink(visit: Visit, criterion: CopiedCriterion): HTMLElement {
  const all = elementsOf(criterion)
  const found = all.filter((element) => foundOf(visit, element) !== null).length
  return button(
    [
      el('span', { class: 'visit-criteria__name' }, criterion.name),
      el(
        'span',
        { class: 'visit-criteria__count' },
        visit.say('visit.of', { found, all: all.length }),
      ),
    ],
    'visit-criteria__link',
    () => visit.go(`criterio/${criterion.id}`),
  )
}

/** What was marked elsewhere meanwhile, or lacks its why: both texts, and where it is decided. */
function undecidedPart(say: Say, items: readonly UndecidedItem[], pageUrl: string): Child {
  if (items.length === 0) return null
  const side = (name: string, state: string, words: string) =>
    el(
      'div',
      {},
      el('dt', {}, say(`visit.undecided.${name}`)),
      el('dd', { class: 'verbatim' }, el('strong', {}, state), ` ${words}`),
    )
  return el(
    'section',
    { class: 'visit-conflict', 'aria-labelledby': 'por-decidir' },
    el(
      'h2',
      { class: 'govuk-heading-s', id: 'por-decidir' },
      say('visit.undecided.title', { count: items.length }),
    ),
    ...items.map(({ elementId, tablet, here }) =>
      el(
        'dl',
        { class: 'visit-conflict__sides' },
        side('tablet', `${elementId}: ${say(`visit.state.${tablet.state}`)}`, tablet.words),
        side(
          'here',
          here ? say(`visit.state.${here.state}`) : say('visit.undecided.unmarked'),
          here?.words ?? '',
        ),
      ),
    ),
    el(
      'p',
      { class: 'govuk-body' },
      el('a', { class: 'govuk-link', href: pageUrl }, say('visit.undecided.decide')),
    ),
  )
}
