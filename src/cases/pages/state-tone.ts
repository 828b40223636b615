import type { CaseState } from '../case-states.ts'

/** The shape and colour of a state; the word is always beside it. */
export function stateTone(
  state: CaseState,
): 'new' | 'active' | 'waiting' | 'review' | 'done' | 'closed' {
  switch (state) {
    case 'registered':
      return 'new'
    case 'awaiting_correction':
      return 'waiting'
    case 'response_drafted':
    case 'response_issued':
      return 'review'
    case 'notified':
      return 'done'
    case 'closed':
    case 'transferred':
    case 'redirected':
    case 'consolidated':
    case 'archived':
      return 'closed'
    default:
      return 'active'
  }
}
