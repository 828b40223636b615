import type { Role } from '../../people/index.ts'
import { evaluators, improvers } from '../improvement-policy.ts'

/**
 * The machine of a project: which step leads from where to where, who may take it and what it asks for.
 * Buttons, permissions and refusals all read this one table.
 */
export const PROJECT_STATES = [
  'draft',
  'submitted',
  'observed',
  'approved',
  'in_progress',
  'finished',
  'verified',
  'abandoned',
] as const
export type ProjectState = (typeof PROJECT_STATES)[number]

export interface ProjectTransition {
  from: readonly ProjectState[]
  to: ProjectState
  /** `approvers`: the roles that the administration entered. */
  by: readonly Role[] | 'approvers'
  /** Not whoever wrote a version of the plan. */
  notAuthor: boolean
  reason: 'required' | 'none'
}

const GOING_ON: readonly ProjectState[] = ['approved', 'in_progress']

const PROJECT_STEPS = {
  submit: {
    from: ['draft', 'observed'],
    to: 'submitted',
    by: improvers,
    notAuthor: false,
    reason: 'none',
  },
  observe: {
    from: ['submitted'],
    to: 'observed',
    by: 'approvers',
    notAuthor: false,
    reason: 'required',
  },
  approve: {
    from: ['submitted'],
    to: 'approved',
    by: 'approvers',
    notAuthor: true,
    reason: 'none',
  },
  begin: { from: ['approved'], to: 'in_progress', by: improvers, notAuthor: false, reason: 'none' },
  replan: { from: GOING_ON, to: 'observed', by: improvers, notAuthor: false, reason: 'required' },
  finish: {
    from: ['in_progress'],
    to: 'finished',
    by: improvers,
    notAuthor: false,
    reason: 'none',
  },
  send_back: {
    from: ['finished'],
    to: 'in_progress',
    by: evaluators,
    notAuthor: true,
    reason: 'required',
  },
  verify: { from: ['finished'], to: 'verified', by: evaluators, notAuthor: true, reason: 'none' },
  abandon: {
    from: ['draft', 'submitted', 'observed', ...GOING_ON, 'finished'],
    to: 'abandoned',
    by: improvers,
    notAuthor: false,
    reason: 'required',
  },
} as const satisfies Record<string, ProjectTransition>

export type ProjectAction = keyof typeof PROJECT_STEPS

export const PROJECT_ACTIONS = Object.keys(PROJECT_STEPS) as ProjectAction[]

export function stepOf(action: ProjectAction): ProjectTransition {
  return PROJECT_STEPS[action]
}

/** While its plan may be written. */
export const WRITABLE: readonly ProjectState[] = ['draft', 'observed']
/** Owed by somebody now. */
export const RUNNING: readonly ProjectState[] = GOING_ON
/** Somebody decided that it is good, whatever came of it later. */
export const APPROVED: readonly ProjectState[] = [...GOING_ON, 'finished', 'verified']
/** While what people say can still change it. */
export const BEFORE_DECISION: readonly ProjectState[] = ['draft', 'submitted', 'observed']
