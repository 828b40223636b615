import type { CorruptionStep } from '../../regimes/index.ts'

/**
 * The machine of a report of corruption: which act leads from where to where, who may take it, which
 * clocks it starts and ends, and whether the reporter is told. Buttons, refusals and the words in the
 * dialogue are all made from this one table; the regime switches acts off and gives the terms.
 */

export const REPORT_STATES = [
  'received',
  'sealed',
  'requirements_check',
  'awaiting_correction',
  'archived_request',
  'protection_assessment',
  'protection_decided',
  'referred',
  'under_external_handling',
  'outcome_recorded',
  'concluded',
  'bad_faith_review',
  'protection_review',
] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** On which code, colours and figures depend. */
export const REPORT_STATE_TYPE: Record<ReportState, 'new' | 'open' | 'waiting' | 'ended'> = {
  received: 'new',
  sealed: 'new',
  requirements_check: 'open',
  awaiting_correction: 'waiting',
  archived_request: 'open',
  protection_assessment: 'open',
  protection_decided: 'open',
  referred: 'open',
  under_external_handling: 'waiting',
  outcome_recorded: 'open',
  concluded: 'ended',
  bad_faith_review: 'waiting',
  protection_review: 'waiting',
}

/** Where a clock counts from: the act itself, the day of filing, or the last day of another clock. */
export interface ClockStart {
  step: CorruptionStep
  from: 'act' | 'filing' | CorruptionStep
}

export interface ReportAct {
  from: readonly ReportState[]
  /** `same`: recorded, the state stays. `back`: to where a side branch left from. */
  to: ReportState | 'same' | 'back'
  /** `reader`: an officer, or the alternate authority, who proves to hold the report's key. */
  by: readonly ('reader' | 'reporter' | 'system')[]
  /** In words, sealed to the readers; what the reporter is to know goes in a message besides. */
  reason: 'required' | 'optional' | 'none'
  starts: readonly ClockStart[]
  meets: readonly CorruptionStep[]
  /** Clocks that must have been met or have run out before. */
  waitsFor: readonly CorruptionStep[]
  /** An act that must have come first since the report was last reopened. */
  after?: string
  /** The reporter sees it in the dialogue, in plain words. */
  told: boolean
}

const START: readonly ReportState[] = ['sealed']
const HANDLED: readonly ReportState[] = [
  'requirements_check',
  'archived_request',
  'protection_decided',
  'referred',
  'under_external_handling',
]
/** Whatever is not over and not in a side branch. */
const MAIN: readonly ReportState[] = [
  ...START,
  ...HANDLED,
  'awaiting_correction',
  'protection_assessment',
  'outcome_recorded',
]
const ALL: readonly ReportState[] = [...MAIN, 'bad_faith_review', 'protection_review', 'concluded']
const PROTECTED: readonly ReportState[] = [
  'protection_decided',
  'referred',
  'under_external_handling',
  'outcome_recorded',
  'concluded',
]

const act = (row: Partial<ReportAct> & Pick<ReportAct, 'from' | 'to'>): ReportAct => ({
  by: ['reader'],
  reason: 'none',
  starts: [],
  meets: [],
  waitsFor: [],
  told: true,
  ...row,
})
const byAct = (...steps: CorruptionStep[]): ClockStart[] =>
  steps.map((step) => ({ step, from: 'act' }))
const byFiling = (...steps: CorruptionStep[]): ClockStart[] =>
  steps.map((step) => ({ step, from: 'filing' }))

export const REPORT_ACTS = {
  /** Taken by the filing itself: nothing of a report is ever kept unsealed. */
  seal: act({
    from: ['received'],
    to: 'sealed',
    by: ['system'],
    starts: byFiling('acknowledgement', 'requirements', 'start', 'feedback'),
  }),
  start_check: act({
    from: START,
    to: 'requirements_check',
    meets: ['acknowledgement'],
  }),
  ask_correction: act({
    from: ['requirements_check'],
    to: 'awaiting_correction',
    reason: 'required',
    starts: byAct('correction'),
    meets: ['requirements'],
  }),
  correct: act({
    from: ['awaiting_correction'],
    to: 'requirements_check',
    by: ['reporter', 'reader'],
    starts: byAct('requirements'),
    meets: ['correction'],
  }),
  /** Ends only the request for protection: what was told may still be handed on. */
  archive_request: act({
    from: ['awaiting_correction'],
    to: 'archived_request',
    reason: 'required',
    meets: ['correction'],
    waitsFor: ['correction'],
  }),
  assess_protection: act({
    from: ['requirements_check'],
    to: 'protection_assessment',
    starts: [
      ...byAct('protection_assessment'),
      ...byFiling('protection_grant'),
      // From filing, or from the end of the time to correct where there was one
      { step: 'protection_notice', from: 'correction' },
    ],
    meets: ['requirements'],
  }),
  ask_feasibility: act({
    from: ['protection_assessment'],
    to: 'same',
    starts: byAct('feasibility'),
    told: false,
  }),
  receive_feasibility: act({
    from: ['protection_assessment'],
    to: 'same',
    meets: ['feasibility'],
    told: false,
  }),
  decide_protection: act({
    from: ['protection_assessment'],
    to: 'protection_decided',
    reason: 'required',
    starts: byAct('referral'),
    meets: ['protection_assessment', 'feasibility', 'protection_notice', 'protection_grant'],
  }),
  refer: act({
    from: HANDLED,
    to: 'referred',
    reason: 'required',
    meets: ['requirements', 'referral', 'start'],
  }),
  hand_over: act({
    from: ['referred'],
    to: 'under_external_handling',
    reason: 'optional',
    meets: ['start'],
  }),
  record_outcome: act({
    from: HANDLED,
    to: 'outcome_recorded',
    reason: 'required',
    starts: byAct('outcome_notice'),
    meets: ['requirements', 'referral', 'start'],
    told: false,
  }),
  tell_outcome: act({
    from: ['outcome_recorded'],
    to: 'same',
    starts: byAct('objection'),
    meets: ['outcome_notice', 'feedback'],
  }),
  give_feedback: act({ from: MAIN, to: 'same', meets: ['feedback'] }),
  conclude: act({
    from: ['outcome_recorded'],
    to: 'concluded',
    waitsFor: ['objection'],
    after: 'tell_outcome',
    meets: ['objection'],
  }),
  reopen: act({
    from: ['outcome_recorded', 'concluded'],
    to: 'requirements_check',
    reason: 'required',
    starts: byAct('requirements', 'start', 'feedback'),
    meets: ['objection'],
  }),
  withdraw: act({ from: ALL, to: 'same', by: ['reporter'] }),
  open_bad_faith: act({
    from: MAIN.filter((state) => state !== 'sealed'),
    to: 'bad_faith_review',
    reason: 'required',
    starts: [
      ...byAct('bad_faith_hearing'),
      { step: 'bad_faith_decision', from: 'bad_faith_hearing' },
    ],
  }),
  hear_bad_faith: act({
    from: ['bad_faith_review'],
    to: 'same',
    starts: byAct('bad_faith_decision'),
    meets: ['bad_faith_hearing'],
  }),
  /** Nobody is found in bad faith without having been heard, or having had the days for it. */
  decide_bad_faith: act({
    from: ['bad_faith_review'],
    to: 'back',
    reason: 'required',
    meets: ['bad_faith_hearing', 'bad_faith_decision'],
    waitsFor: ['bad_faith_hearing'],
  }),
  open_protection_review: act({
    from: PROTECTED,
    to: 'protection_review',
    reason: 'required',
    starts: [
      ...byAct('protection_review_hearing'),
      { step: 'protection_review_decision', from: 'protection_review_hearing' },
    ],
  }),
  hear_protection_review: act({
    from: ['protection_review'],
    to: 'same',
    starts: byAct('protection_review_decision'),
    meets: ['protection_review_hearing'],
  }),
  decide_protection_review: act({
    from: ['protection_review'],
    to: 'back',
    reason: 'required',
    meets: ['protection_review_hearing', 'protection_review_decision'],
    waitsFor: ['protection_review_hearing'],
  }),
  record_protection: act({ from: ALL, to: 'same', reason: 'required', told: false }),
  note: act({ from: ALL, to: 'same', reason: 'required', told: false }),
  begin_epoch: act({ from: ALL, to: 'same', reason: 'required' }),
  wrap_reader: act({ from: ALL, to: 'same', told: false }),
  approve_reader: act({ from: ALL, to: 'same' }),
  request_identity: act({ from: ALL, to: 'same', reason: 'required' }),
  release_identity: act({ from: ALL, to: 'same', by: ['system'] }),
  refuse_identity: act({ from: ALL, to: 'same', by: ['system'] }),
  postpone_erasure: act({ from: ['concluded'], to: 'same', reason: 'required', told: false }),
} as const satisfies Record<string, ReportAct>

export type ReportActCode = keyof typeof REPORT_ACTS
