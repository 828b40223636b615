import type { ConfirmedCase } from '../../cases/index.ts'
import type { LegacyLesson } from '../../imports/index.ts'

/** What can be suggested of a case, each learnt alone. */
export const CASE_TASKS = ['kind', 'unit', 'service', 'motive', 'urgent'] as const
export type CaseTask = (typeof CASE_TASKS)[number]

/** And of an idea, which code it gets. */
export const TASKS = [...CASE_TASKS, 'code'] as const
export type Task = (typeof TASKS)[number]

const DANGER = 2

/** What a person confirmed; null: this case teaches nothing about it. */
export function answerOf(item: ConfirmedCase, task: CaseTask): string | null {
  if (task === 'kind') return item.kind
  if (task === 'unit') return item.unitId
  if (task === 'service') return item.serviceId
  if (task === 'motive') return item.motive
  return item.priority >= DANGER ? 'yes' : 'no'
}

/** The same of a case of a book of before: what was urgent there nobody knows. */
export function legacyAnswerOf(lesson: LegacyLesson, task: CaseTask): string | null {
  if (task === 'kind') return lesson.kind
  if (task === 'unit') return lesson.unitId
  if (task === 'service') return lesson.serviceId
  return null
}
