import type { PlainDate } from '../platform/dates.ts'
import { isTransitionOn, type RegimeFile } from '../regimes/index.ts'
import type { Case } from './case.ts'
import { leadsFrom, TRANSITIONS, transitionOf, type CaseAction } from './case-states.ts'

type CaseForPerson = Pick<Case, 'state' | 'kind' | 'reviewAsked' | 'summary' | 'held'>

/** What the person of a case may do about it now, and nothing else. */
export function personActions(
  item: CaseForPerson,
  regime: RegimeFile,
  day: PlainDate,
): ReadonlySet<CaseAction> {
  const all = Object.keys(TRANSITIONS) as CaseAction[]
  return new Set(
    all.filter(
      (action) => isPossibleFor(item, action) && isOpenToPersons(regime, action, item.kind, day),
    ),
  )
}

/** Whether the case stands where the step begins. */
export function isPossibleFor(item: CaseForPerson, action: CaseAction): boolean {
  if (action === 'ask_review' && item.reviewAsked) return false
  // no words are left of a case that was erased
  if (item.summary === '') return false
  if (action === 'erase' && item.held) return false
  return leadsFrom(action, item.state, item.kind)
}

/** Whether the regime gives persons this step at all; a review only where it has one. */
export function isOpenToPersons(
  regime: RegimeFile,
  action: CaseAction,
  kind: string,
  day: PlainDate,
): boolean {
  if (!transitionOf(action).by.includes('person')) return false
  if (action === 'ask_review' && regime.afterUnresolved !== 'review') return false
  return isTransitionOn(regime, action, kind, day)
}
