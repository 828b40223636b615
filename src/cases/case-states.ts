import type { Role } from '../people/index.ts'

/**
 * The machine of the book: which step leads from where to where, who may take it and what it asks for.
 * Pages, interface, permissions and refusals all read this one table.
 */

export const CASE_STATES = [
  'registered',
  'in_triage',
  'awaiting_correction',
  'assigned',
  'in_analysis',
  'response_drafted',
  'response_issued',
  'notified',
  'closed',
  'transferred',
  'redirected',
  'consolidated',
  'archived',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** On which code and indicators depend; labels may be renamed, types may not. */
export const STATE_TYPE: Record<CaseState, 'open' | 'waiting' | 'answered' | 'ended'> = {
  registered: 'open',
  in_triage: 'open',
  awaiting_correction: 'waiting',
  assigned: 'open',
  in_analysis: 'open',
  response_drafted: 'open',
  response_issued: 'open',
  notified: 'answered',
  closed: 'ended',
  transferred: 'ended',
  redirected: 'ended',
  consolidated: 'ended',
  archived: 'ended',
}

const TRIAGE: readonly CaseState[] = ['registered', 'in_triage']
const OPEN: readonly CaseState[] = CASE_STATES.filter(
  (state) => STATE_TYPE[state] === 'open' || STATE_TYPE[state] === 'waiting',
)
const IN_HAND: readonly CaseState[] = ['in_triage', 'assigned', 'in_analysis']
const RESPONSIBLES: readonly Role[] = ['claims_manager', 'deputy_claims_manager']
const UNIT: readonly Role[] = ['unit_handler', 'unit_head', 'office_head']

export interface Transition {
  from: readonly CaseState[]
  /** `same`: recorded in the history, the state stays. */
  to: CaseState | 'same'
  event: string
  by: readonly (Role | 'person' | 'system')[]
  /** A reason in words, kept as a content and told to whom it concerns. */
  reason: 'required' | 'optional' | 'none'
  /** Only for these kinds; absent: all. */
  kinds?: readonly string[]
}

/** The rows of the domain's table of states; `open` is taken by itself before any step of triage. */
export const TRANSITIONS = {
  open: {
    from: ['registered'],
    to: 'in_triage',
    event: 'open',
    by: [...RESPONSIBLES, 'site_officer', 'office_head'],
    reason: 'none',
  },
  request_correction: {
    from: TRIAGE,
    to: 'awaiting_correction',
    event: 'request_correction',
    by: RESPONSIBLES,
    reason: 'required',
  },
  correct: {
    from: ['awaiting_correction'],
    to: 'in_triage',
    event: 'correct',
    by: ['person'],
    reason: 'none',
  },
  expire: {
    from: ['awaiting_correction'],
    to: 'archived',
    event: 'expire',
    by: RESPONSIBLES,
    reason: 'none',
  },
  assign: {
    from: TRIAGE,
    to: 'assigned',
    event: 'assign',
    by: [...RESPONSIBLES, 'office_head'],
    reason: 'none',
  },
  assign_by_rule: {
    from: ['registered'],
    to: 'assigned',
    event: 'assigned_by_rule',
    by: ['system'],
    reason: 'none',
  },
  reassign: {
    from: ['assigned', 'in_analysis', 'response_drafted'],
    to: 'same',
    event: 'reassigned',
    by: [...RESPONSIBLES, 'office_head', 'unit_head'],
    reason: 'optional',
  },
  /** Whoever had it left, or its centre or unit closed: nobody asked for it, and nobody's case is orphaned. */
  release: { from: OPEN, to: 'same', event: 'reassigned', by: ['system'], reason: 'none' },
  transfer: {
    from: TRIAGE,
    to: 'transferred',
    event: 'transfer',
    by: RESPONSIBLES,
    reason: 'required',
  },
  redirect: {
    from: TRIAGE,
    to: 'redirected',
    event: 'redirect',
    by: RESPONSIBLES,
    reason: 'required',
  },
  consolidate: {
    from: [...TRIAGE, 'assigned', 'in_analysis'],
    to: 'consolidated',
    event: 'consolidate',
    by: RESPONSIBLES,
    reason: 'required',
  },
  mark_duplicate: {
    from: TRIAGE,
    to: 'archived',
    event: 'mark_duplicate',
    by: RESPONSIBLES,
    reason: 'required',
  },
  archive: {
    from: ['registered', ...IN_HAND],
    to: 'archived',
    event: 'archive',
    by: RESPONSIBLES,
    reason: 'required',
  },
  accept: { from: ['assigned'], to: 'in_analysis', event: 'accept', by: UNIT, reason: 'none' },
  return: {
    from: ['assigned', 'in_analysis'],
    to: 'in_triage',
    event: 'return',
    by: UNIT,
    reason: 'required',
  },
  submit_draft: {
    from: ['assigned', 'in_analysis'],
    to: 'response_drafted',
    event: 'submit_draft',
    by: [...UNIT, ...RESPONSIBLES],
    reason: 'none',
  },
  return_draft: {
    from: ['response_drafted'],
    to: 'in_analysis',
    event: 'return_draft',
    by: [...RESPONSIBLES, 'office_head', 'unit_head'],
    reason: 'required',
  },
  approve: {
    from: ['response_drafted'],
    to: 'response_issued',
    event: 'approve',
    by: [...RESPONSIBLES, 'office_head', 'unit_head'],
    reason: 'none',
  },
  decide: {
    from: ['in_analysis'],
    to: 'response_issued',
    event: 'decide',
    by: ['unit_head'],
    reason: 'none',
    kinds: ['suggestion'],
  },
  deliver: {
    from: ['response_issued'],
    to: 'notified',
    event: 'deliver',
    by: ['system', ...RESPONSIBLES, 'site_officer'],
    reason: 'none',
  },
  delivery_failed: {
    from: ['response_issued'],
    to: 'same',
    event: 'delivery_failed',
    by: ['system', ...RESPONSIBLES, 'site_officer'],
    reason: 'none',
  },
  forward: {
    from: TRIAGE,
    to: 'notified',
    event: 'forward',
    by: RESPONSIBLES,
    reason: 'optional',
    kinds: ['compliment'],
  },
  close: {
    from: ['notified'],
    to: 'closed',
    event: 'close',
    by: ['system', ...RESPONSIBLES],
    reason: 'none',
  },
  withdraw: { from: OPEN, to: 'archived', event: 'withdraw', by: ['person'], reason: 'optional' },
  /** Withdrawn, and all that was written is erased: in the history the same as any withdrawal. */
  erase: {
    from: [...OPEN, 'archived'],
    to: 'archived',
    event: 'withdraw',
    by: ['person'],
    reason: 'none',
  },
  add_information: {
    from: OPEN,
    to: 'same',
    event: 'information_added',
    by: ['person'],
    reason: 'none',
  },
  extend: { from: OPEN, to: 'same', event: 'extended', by: RESPONSIBLES, reason: 'required' },
  move_date: {
    from: OPEN,
    to: 'same',
    event: 'due_date_moved',
    by: ['system'],
    reason: 'none',
  },
  rate: {
    from: ['notified', 'closed'],
    to: 'same',
    event: 'rated',
    by: ['person'],
    reason: 'none',
  },
  ask_review: {
    from: ['notified', 'closed'],
    to: 'same',
    event: 'review_asked',
    by: ['person'],
    reason: 'required',
  },
  reopen: {
    from: ['notified', 'closed'],
    to: 'in_analysis',
    event: 'reopen',
    by: RESPONSIBLES,
    reason: 'required',
  },
  /** The person's request for a review, answered with reasons why the case stays as it was. */
  decline_review: {
    from: ['notified', 'closed'],
    to: 'same',
    event: 'review_declined',
    by: RESPONSIBLES,
    reason: 'required',
  },
  reclassify: {
    from: TRIAGE,
    to: 'same',
    event: 'reclassified',
    by: RESPONSIBLES,
    reason: 'optional',
  },
  restrict: { from: OPEN, to: 'same', event: 'restricted', by: RESPONSIBLES, reason: 'optional' },
  unrestrict: {
    from: OPEN,
    to: 'same',
    event: 'unrestricted',
    by: RESPONSIBLES,
    reason: 'required',
  },
  /** The person is shown the sealed door as well; in the history a note like any other. */
  offer_door: { from: TRIAGE, to: 'same', event: 'noted', by: RESPONSIBLES, reason: 'required' },
  /** Who of the directory is named, as a person read it; they can no longer see the case. */
  name_officials: {
    from: OPEN,
    to: 'same',
    event: 'officials_named',
    by: RESPONSIBLES,
    reason: 'none',
  },
  /** Content or identity goes: its time is over, or its person asked the office for it. */
  keep_no_longer: {
    from: CASE_STATES,
    to: 'same',
    event: 'erased',
    by: ['system'],
    reason: 'none',
  },
  /** Somebody needs it as proof: nothing of it is erased until that ends. */
  hold: {
    from: CASE_STATES,
    to: 'same',
    event: 'held',
    by: [...RESPONSIBLES, 'auditor'],
    reason: 'required',
  },
  release_hold: {
    from: CASE_STATES,
    to: 'same',
    event: 'hold_released',
    by: [...RESPONSIBLES, 'auditor'],
    reason: 'required',
  },
  /** Its person asked for it and the responsible granted it, in the book of their requests. */
  correct_person: {
    from: CASE_STATES,
    to: 'same',
    event: 'person_corrected',
    by: ['system'],
    reason: 'none',
  },
  oppose_analysis: {
    from: CASE_STATES,
    to: 'same',
    event: 'analysis_opposed',
    by: ['system'],
    reason: 'none',
  },
  note: {
    from: CASE_STATES,
    to: 'same',
    event: 'noted',
    by: [...RESPONSIBLES, ...UNIT, 'site_officer'],
    reason: 'required',
  },
} as const satisfies Record<string, Transition>

export type CaseAction = keyof typeof TRANSITIONS

export function transitionOf(action: CaseAction): Transition {
  return TRANSITIONS[action]
}

/** Whether the machine knows the step from this state for this kind, whoever asks. */
export function leadsFrom(action: CaseAction, state: CaseState, kind: string): boolean {
  const { from, kinds } = transitionOf(action)
  return from.includes(state) && (kinds === undefined || kinds.includes(kind))
}

export function stateAfter(action: CaseAction, state: CaseState): CaseState {
  const { to } = transitionOf(action)
  return to === 'same' ? state : to
}

/** Steps of triage on a case that nobody opened yet open it first. */
export function opensFirst(action: CaseAction, state: CaseState): boolean {
  return (
    state === 'registered' &&
    action !== 'open' &&
    transitionOf(action).from.includes('in_triage') &&
    action !== 'withdraw' &&
    action !== 'erase' &&
    transitionOf(action).to !== 'same'
  )
}
