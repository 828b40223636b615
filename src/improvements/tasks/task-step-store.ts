import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { TaskStep } from './task.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_task_steps: {
      administration_id: string
      task_id: string
      number: number
      step: TaskStep['step']
      at: Date
      by_account: string | null
      owner_id: string
      due_on: PlainDate
      reason: string
    }
  }
}

export async function insertStep(
  tx: Tx,
  {
    administrationId,
    taskId,
    number,
  }: { administrationId: string; taskId: string; number: number },
  step: TaskStep,
): Promise<void> {
  await tx
    .insertInto('improvement_task_steps')
    .values({
      administration_id: administrationId,
      task_id: taskId,
      number,
      step: step.step,
      at: step.at,
      by_account: step.by,
      owner_id: step.ownerId,
      due_on: step.dueOn,
      reason: step.reason,
    })
    .execute()
}

export async function listSteps(
  db: Db,
  administrationId: string,
  taskId: string,
): Promise<TaskStep[]> {
  const rows = await db
    .selectFrom('improvement_task_steps')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('task_id', '=', taskId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    step: row.step,
    at: row.at,
    by: row.by_account,
    ownerId: row.owner_id,
    dueOn: row.due_on,
    reason: row.reason,
  }))
}
