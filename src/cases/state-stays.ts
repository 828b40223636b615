import type { StoredEvent } from '../ledger/index.ts'
import { STATE_TYPE, type CaseState } from './case-states.ts'

/** How long a case was in one state in all. */
export interface StateStay {
  state: CaseState
  milliseconds: number
  /** It is there still. */
  now: boolean
}

/** In the order in which the case came into each; where it ended it stays for good, and that is not counted. */
export function stateStays(
  events: readonly Pick<StoredEvent, 'toState' | 'happenedAt'>[],
  asOf: Date,
): StateStay[] {
  const stays = new Map<CaseState, StateStay>()
  for (const [at, { toState, happenedAt }] of events.entries()) {
    const state = toState as CaseState
    if (STATE_TYPE[state] === 'ended') continue
    const next = events[at + 1]
    const until = next?.happenedAt ?? asOf
    const before = stays.get(state)?.milliseconds ?? 0
    const milliseconds = before + until.getTime() - happenedAt.getTime()
    stays.set(state, { state, milliseconds, now: next === undefined })
  }
  return [...stays.values()]
}
