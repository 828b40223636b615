import type { PlainDate } from '../../platform/dates.ts'
import type { ImprovementPlace } from '../improvement-place.ts'

/** Out of what a task was promised. */
export const TASK_ORIGINS = [
  'meeting',
  'measure',
  'corrective',
  'inspection',
  'risk',
  'digitalisation',
  'practice',
  'culture',
  'evaluation',
  'gap',
  'dissemination',
] as const
export type TaskOrigin = (typeof TASK_ORIGINS)[number]

/** What somebody owes by a day. Dropped only with a reason, done with what shows it. */
export interface Task extends ImprovementPlace {
  taskId: string
  origin: TaskOrigin
  /** The meeting, the answer, the risk … */
  originId: string
  what: string
  ownerId: string
  dueOn: PlainDate
  state: TaskState
  /** The day on which it was done or dropped. */
  endedOn: PlainDate | null
  /** What shows that it was done, or why it was dropped. */
  endedWith: string
  /** Grows with every change; a form carries the one that it was made from. */
  version: number
}

export const TASK_STATES = ['open', 'done', 'dropped'] as const
export type TaskState = (typeof TASK_STATES)[number]

export type TaskToPlan = Pick<
  Task,
  'administrationId' | 'centreId' | 'origin' | 'originId' | 'what' | 'ownerId' | 'dueOn'
>

/** Who planned it, handed it on, moved its day, did or dropped it. */
export interface TaskStep {
  step: 'planned' | 'handed' | 'moved' | 'done' | 'dropped'
  at: Date
  /** Null: drawn by itself. */
  by: string | null
  ownerId: string
  dueOn: PlainDate
  reason: string
}

export function isOverdue(
  { state, dueOn }: Pick<Task, 'state' | 'dueOn'>,
  today: PlainDate,
): boolean {
  return state === 'open' && dueOn < today
}
