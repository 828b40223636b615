import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Task, TaskOrigin, TaskState, TaskToPlan } from './task.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_tasks: TaskTable
  }
}

interface TaskTable {
  administration_id: string
  task_id: string
  centre_id: string | null
  origin: TaskOrigin
  origin_id: string
  what: string
  owner_id: string
  due_on: PlainDate
  state: TaskState
  ended_on: PlainDate | null
  ended_with: string
  version: number
}

/** False: it was drawn before. */
export async function insertTask(tx: Tx, taskId: string, task: TaskToPlan): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('improvement_tasks')
    .values({
      administration_id: task.administrationId,
      task_id: taskId,
      centre_id: task.centreId,
      origin: task.origin,
      origin_id: task.originId,
      what: task.what,
      owner_id: task.ownerId,
      due_on: task.dueOn,
      state: 'open',
      ended_on: null,
      ended_with: '',
      version: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether it was still as the person saw it. */
export async function updateTask(
  tx: Tx,
  { administrationId, taskId, version }: Pick<Task, 'administrationId' | 'taskId' | 'version'>,
  change: Partial<Pick<Task, 'ownerId' | 'dueOn' | 'state' | 'endedOn' | 'endedWith'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('improvement_tasks')
    .set({
      version: version + 1,
      ...(change.ownerId !== undefined && { owner_id: change.ownerId }),
      ...(change.dueOn !== undefined && { due_on: change.dueOn }),
      ...(change.state !== undefined && { state: change.state }),
      ...(change.endedOn !== undefined && { ended_on: change.endedOn }),
      ...(change.endedWith !== undefined && { ended_with: change.endedWith }),
    })
    .where('administration_id', '=', administrationId)
    .where('task_id', '=', taskId)
    .where('version', '=', version)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function getTask(db: Db, administrationId: string, taskId: string): Promise<Task> {
  const row = await tasks(db, administrationId).where('task_id', '=', taskId).executeTakeFirst()
  if (!row) throw new NotFound()
  return toTask(row)
}

export interface TaskFilter {
  ownerId?: string
  /** Of one centre; null: those of all centres. */
  centreId?: string | null
  state?: TaskState
  origin?: TaskOrigin
  from?: PlainDate
  until?: PlainDate
}

const MOST = 500

/** The first to be due first. */
export async function listTasks(
  db: Db,
  administrationId: string,
  filter: TaskFilter = {},
): Promise<Task[]> {
  const { ownerId, centreId, state, origin, from, until } = filter
  let query = tasks(db, administrationId)
  if (ownerId !== undefined) query = query.where('owner_id', '=', ownerId)
  if (centreId !== undefined)
    query = query.where('centre_id', centreId === null ? 'is' : '=', centreId)
  if (state !== undefined) query = query.where('state', '=', state)
  if (origin !== undefined) query = query.where('origin', '=', origin)
  if (from !== undefined) query = query.where('due_on', '>=', from)
  if (until !== undefined) query = query.where('due_on', '<=', until)
  return (await query.orderBy('due_on').orderBy('task_id').limit(MOST).execute()).map(toTask)
}

export async function listTasksOfOrigin(
  db: Db,
  administrationId: string,
  origin: TaskOrigin,
  originIds: readonly string[],
): Promise<Task[]> {
  if (originIds.length === 0) return []
  const rows = await tasks(db, administrationId)
    .where('origin', '=', origin)
    .where('origin_id', 'in', originIds)
    .orderBy('due_on')
    .orderBy('task_id')
    .execute()
  return rows.map(toTask)
}

function tasks(db: Db, administrationId: string) {
  return db
    .selectFrom('improvement_tasks')
    .selectAll()
    .where('administration_id', '=', administrationId)
}

function toTask(row: Selectable<TaskTable>): Task {
  return {
    administrationId: row.administration_id,
    taskId: row.task_id,
    centreId: row.centre_id,
    origin: row.origin,
    originId: row.origin_id,
    what: row.what,
    ownerId: row.owner_id,
    dueOn: row.due_on,
    state: row.state,
    endedOn: row.ended_on,
    endedWith: row.ended_with,
    version: row.version,
  }
}
