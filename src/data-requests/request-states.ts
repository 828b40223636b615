import type { Role } from '../people/index.ts'

/** The machine of a request: pages, permissions, buttons and refusals all read this one table. */

export const REQUEST_STATES = [
  'received',
  'awaiting_proof',
  'in_review',
  'granted',
  'denied',
  'effective',
  'withdrawn',
] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** Whose day somebody still watches. */
export const OPEN_STATES: readonly RequestState[] = [
  'received',
  'awaiting_proof',
  'in_review',
  'granted',
]

/**
 * The responsible of the book and the deputy decide: they answer for it before the person, and the law's data
 * officer is a duty that a body gives to one of its people, which needs no key that these two do not have.
 */
export const DECIDERS: readonly Role[] = ['claims_manager', 'deputy_claims_manager']
/** Who sees people and their documents. */
export const ATTENDANTS: readonly Role[] = ['site_officer', 'office_head', ...DECIDERS]
const UNDECIDED: readonly RequestState[] = ['received', 'awaiting_proof', 'in_review']

export interface RequestTransition {
  from: readonly RequestState[]
  /** `same`: recorded, and the state stays. */
  to: RequestState | 'same'
  by: readonly Role[] | 'person'
  /** Words for the person or for the record. */
  words: 'required' | 'none'
  /** Nobody decides about data before it is known whose they are. */
  proven?: true
}

export const REQUEST_TRANSITIONS = {
  ask_proof: {
    from: ['received', 'in_review'],
    to: 'awaiting_proof',
    by: DECIDERS,
    words: 'required',
  },
  prove: { from: UNDECIDED, to: 'in_review', by: ATTENDANTS, words: 'none' },
  begin: { from: ['received'], to: 'in_review', by: DECIDERS, words: 'none' },
  add_case: { from: UNDECIDED, to: 'same', by: DECIDERS, words: 'none', proven: true },
  extend: { from: ['received', 'in_review'], to: 'same', by: DECIDERS, words: 'required' },
  grant: { from: ['in_review'], to: 'granted', by: DECIDERS, words: 'required', proven: true },
  deny: { from: UNDECIDED, to: 'denied', by: DECIDERS, words: 'required' },
  make_effective: { from: ['granted'], to: 'effective', by: DECIDERS, words: 'none' },
  withdraw: { from: UNDECIDED, to: 'withdrawn', by: 'person', words: 'none' },
} as const satisfies Record<string, RequestTransition>

export type RequestAction = keyof typeof REQUEST_TRANSITIONS

export function transitionOf(action: RequestAction): RequestTransition {
  return REQUEST_TRANSITIONS[action]
}
