import type { CopiedCriterion } from '../../../../src/improvements/evaluation/tablet/index.ts'
import { button, el } from '../../offline/element.ts'
import { elementCard } from '../parts/element-card.ts'
import { closeItems } from '../storage/items.ts'
import type { Visit } from '../visit.ts'
import type { Leaving } from './leaving.ts'
import { showScreen } from './frame.ts'

/** The elements of a criterion, each with its own note; all may be sent once the screen is left. */
export function showCriterion(
  visit: Visit,
  criterion: CopiedCriterion,
  onlyObserved: boolean,
): Leaving {
  const { say, database, go } = visit
  const evidences = criterion.evidences
    .filter(({ isObserved }) => isObserved || !onlyObserved)
    .map((evidence) => ({
      ...evidence,
      cards: evidence.elements.map((element) => elementCard(visit, element)),
    }))
  const cards = evidences.flatMap((evidence) => evidence.cards)
  showScreen(visit, {
    name: 'criterion',
    title: criterion.name,
    lead: say('visit.criterion_lead'),
    hasBack: true,
    body: [
      ...evidences.map((evidence) =>
        el(
          'section',
          { 'aria-labelledby': `evidencia-${evidence.id}` },
          el('h2', { class: 'govuk-heading-m', id: `evidencia-${evidence.id}` }, evidence.name),
          ...evidence.cards.map(({ element }) => element),
        ),
      ),
      button(say('visit.done'), 'govuk-button', () => go('')),
    ],
  })
  return {
    keep: () => Promise.all(cards.map(({ draft }) => draft.keep())),
    leave: async () => {
      await closeItems(database, new Set(cards.flatMap(({ photos }) => [...photos])))
      for (const { draft } of cards) await draft.close()
    },
  }
}
