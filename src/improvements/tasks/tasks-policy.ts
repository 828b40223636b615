import { holds, type Role, type Staff } from '../../people/index.ts'
import { approvers, bookKeepers, improvers } from '../improvement-policy.ts'
import type { Task } from './task.ts'

/** Who may owe something: everybody who works there but those of the sealed reports. */
export const taskPeople: readonly Role[] = [
  ...improvers,
  ...bookKeepers,
  ...approvers,
  'evaluator',
  'site_officer',
  'unit_handler',
  'unit_head',
]

const deciders: readonly Role[] = [...improvers, ...bookKeepers, ...approvers]

/** Whoever answers for the place decides who does what and what is dropped. */
export function mayDecide(
  staff: Staff,
  task: Pick<Task, 'administrationId' | 'centreId'>,
): boolean {
  return holds(staff, deciders, task)
}

/** Whoever owes it says that it is done; so may whoever answers for the place. */
export function mayFinish(staff: Staff, task: Task): boolean {
  return task.ownerId === staff.accountId || mayDecide(staff, task)
}
