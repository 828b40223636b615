import { recordChange } from '../../../audit/index.ts'
import type { Staff, StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid, NotAllowed } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Task, TaskStep } from '../task.ts'
import { mayDecide, mayFinish } from '../tasks-policy.ts'
import { getTask, updateTask } from '../task-store.ts'
import { insertStep } from '../task-step-store.ts'

type Ground = Pick<System, 'db'>

export interface TaskActor {
  deed: StaffDeed
  staff: Staff
  today: PlainDate
}

/** The task, as the person saw it. */
export interface SeenTask {
  taskId: string
  version: number
}

/** Done, with what shows it. */
export async function finishTask(
  system: Ground,
  actor: TaskActor,
  { on, endedWith, ...seen }: SeenTask & { on: PlainDate; endedWith: string },
): Promise<void> {
  if (on > actor.today) throw new Invalid([{ field: 'on', code: 'in_future' }])
  await change(system, actor, seen, {
    may: mayFinish,
    step: 'done',
    reason: endedWith,
    set: { state: 'done', endedOn: on, endedWith },
  })
}

/** Not done any more, and why. */
export async function dropTask(
  system: Ground,
  actor: TaskActor,
  { reason, ...seen }: SeenTask & { reason: string },
): Promise<void> {
  await change(system, actor, seen, {
    may: mayDecide,
    step: 'dropped',
    reason,
    set: { state: 'dropped', endedOn: actor.today, endedWith: reason },
  })
}

/** To somebody else, or for another day; the day promised first stays in its history. */
export async function handTask(
  system: Ground,
  actor: TaskActor,
  {
    ownerId,
    dueOn,
    reason,
    ...seen
  }: SeenTask & { ownerId: string; dueOn: PlainDate; reason: string },
): Promise<void> {
  const task = await getTask(system.db, actor.deed.administrationId, seen.taskId)
  await change(system, actor, seen, {
    may: mayDecide,
    step: ownerId === task.ownerId ? 'moved' : 'handed',
    reason,
    set: { ownerId, dueOn },
  })
}

interface Change {
  may: (staff: Staff, task: Task) => boolean
  step: TaskStep['step']
  reason: string
  set: Parameters<typeof updateTask>[2]
}

async function change(
  { db }: Ground,
  { deed, staff }: TaskActor,
  { taskId, version }: SeenTask,
  { may, step, reason, set }: Change,
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const task = await getTask(tx, administrationId, taskId)
    if (!may(staff, task)) throw new NotAllowed()
    const isSame = await updateTask(tx, { administrationId, taskId, version }, set)
    if (!isSame) throw new Invalid([{ field: 'version', code: 'changed' }])
    const { ownerId, dueOn } = { ...task, ...set }
    const number = version + 1
    const noted = { step, at, by: accountId, ownerId, dueOn, reason }
    await insertStep(tx, { administrationId, taskId, number }, noted)
    await recordChange(tx, { ...deed, action: `task_${step}`, details: { taskId } })
  })
}
