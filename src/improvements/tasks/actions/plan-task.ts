import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import type { TaskToPlan } from '../task.ts'
import { insertStep } from '../task-step-store.ts'
import { insertTask } from '../task-store.ts'

/** Who plans, and when; nobody: drawn by itself out of what was promised. */
export type TaskDeed = Omit<StaffDeed, 'accountId'> & { accountId: string | null }

export function planTask(
  { db }: Pick<System, 'db'>,
  deed: TaskDeed,
  task: TaskToPlan,
): Promise<string | null> {
  return inTransaction(db, (tx) => planTaskIn(tx, deed, task))
}

/** Within the transaction of what it was promised in. Null: that promise has its task already. */
export async function planTaskIn(tx: Tx, deed: TaskDeed, task: TaskToPlan): Promise<string | null> {
  const taskId = randomUUID()
  if (!(await insertTask(tx, taskId, task))) return null
  const { administrationId, ownerId, dueOn, origin } = task
  const step = {
    step: 'planned',
    at: deed.at,
    by: deed.accountId,
    ownerId,
    dueOn,
    reason: '',
  } as const
  await insertStep(tx, { administrationId, taskId, number: 1 }, step)
  await recordChange(tx, { ...deed, action: 'task_planned', details: { taskId, origin } })
  return taskId
}
