import type { PlainDate } from '../../platform/dates.ts'
import type { GapLink } from '../gaps/index.ts'
import type { ImprovementPlace } from '../improvement-place.ts'
import type { ProjectAction, ProjectState } from './project-states.ts'

/** `short`: the road of a small office, with fewer fields and the same states. */
export const PROJECT_KINDS = ['full', 'short'] as const
export type ProjectKind = (typeof PROJECT_KINDS)[number]

export const RHYTHMS = ['fortnight', 'month', 'quarter'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** The words of a gap when they were carried over: never changed (PM-02). */
export interface GapReference {
  gapRowId: string
  gapId: string
  gapVersion: number
  processVersion: number
  serviceId: string
  activity: string
  problem: string
  action: string
  /** Its score then, and whether no other row weighed more. */
  score: number
  isTop: boolean
  /** What showed the problem, with its number as it was then. */
  links: readonly GapLink[]
}

/** The answers of the 5W+2H that are texts: who and when stand as owners and days. */
export const PLAN_TEXTS = [
  'problem',
  'action',
  'why',
  'where',
  'how',
  'howMuch',
  'goal',
  'feasibility',
] as const
export type PlanText = (typeof PLAN_TEXTS)[number]

export interface PlannedActivity {
  activityId: string
  what: string
  ownerId: string
  startsOn: PlainDate
  endsOn: PlainDate
  /** What will show that it was done. */
  evidence: string
}

export type ProjectPlan = Record<PlanText, string> & {
  /** Whether the centre can do it by itself (PM-04). */
  feasible: 'yes' | 'with_help' | ''
  activities: readonly PlannedActivity[]
}

export const EMPTY_PLAN: ProjectPlan = {
  problem: '',
  action: '',
  why: '',
  where: '',
  how: '',
  howMuch: '',
  goal: '',
  feasibility: '',
  feasible: '',
  activities: [],
}

/** What a version of a plan says, all of it. */
export interface PlanContent {
  title: string
  plan: ProjectPlan
  startsOn: PlainDate
  endsOn: PlainDate
  reportEvery: Rhythm
}

export interface Project extends ImprovementPlace, PlanContent {
  projectId: string
  number: number
  kind: ProjectKind
  state: ProjectState
  version: number
  ownerId: string
  reference: GapReference | null
  causeId: string | null
  caseId: string | null
  createdAt: Date
  createdBy: string
  approvedAt: Date | null
  approvedBy: string | null
  finishedOn: PlainDate | null
  verifiedAt: Date | null
}

export interface ProjectStep {
  /** The one that the step made of the project. */
  version: number
  action: ProjectAction
  from: ProjectState
  to: ProjectState
  reason: string
  at: Date
  accountId: string
}

export interface ProgressReport {
  reportId: string
  reportedOn: PlainDate
  text: string
  /** Of each activity, in per cent. */
  done: Readonly<Record<string, number>>
  planned: number
  real: number
  reportedBy: string
  check: { result: 'agrees' | 'differs'; note: string; by: string; at: Date } | null
}

export const OFFICIAL_STATES = [
  'captured',
  'in_review',
  'observed',
  'approved',
  'rejected',
] as const

/** What the platform of somebody else says of it (PM-06). */
export interface OfficialStatus {
  platform: string
  number: string
  status: (typeof OFFICIAL_STATES)[number]
  on: PlainDate
  proof: string
}
