import { sql } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { TaskOrigin } from './task.ts'

export interface TaskCount {
  /** All that were promised for these days, also what was dropped. */
  promised: number
  /** Without what was dropped. */
  due: number
  done: number
  /** Done with what shows it, no later than the day promised. */
  onTime: number
  dropped: number
}

/** Of those due between two days, both included: what Q31 and Q32 are counted from. */
export async function countTasks(
  db: Db,
  question: {
    administrationId: string
    from: PlainDate
    until: PlainDate
    origin?: TaskOrigin
    centreId?: string | null
  },
): Promise<TaskCount> {
  let query = db
    .selectFrom('improvement_tasks')
    .select([
      sql<number>`count(*)`.as('promised'),
      sql<number>`count(*) filter (where state <> 'dropped')`.as('due'),
      sql<number>`count(*) filter (where state = 'done')`.as('done'),
      sql<number>`count(*) filter (where state = 'done' and ended_on <= due_on)`.as('onTime'),
      sql<number>`count(*) filter (where state = 'dropped')`.as('dropped'),
    ])
    .where('administration_id', '=', question.administrationId)
    .where('due_on', '>=', question.from)
    .where('due_on', '<=', question.until)
  const { origin, centreId } = question
  if (origin !== undefined) query = query.where('origin', '=', origin)
  if (centreId !== undefined)
    query = query.where('centre_id', centreId === null ? 'is' : '=', centreId)
  return query.executeTakeFirstOrThrow()
}

/** Of all tasks due between two days, those done by their day, of several administrations. */
export async function countTasksOf(
  db: Db,
  administrationIds: readonly string[],
  { from, until }: { from: PlainDate; until: PlainDate },
): Promise<ReadonlyMap<string, Pick<TaskCount, 'due' | 'onTime'>>> {
  const rows = await db
    .selectFrom('improvement_tasks')
    .select([
      'administration_id',
      sql<number>`count(*) filter (where state <> 'dropped')`.as('due'),
      sql<number>`count(*) filter (where state = 'done' and ended_on <= due_on)`.as('onTime'),
    ])
    .where('administration_id', 'in', administrationIds)
    .where('due_on', '>=', from)
    .where('due_on', '<=', until)
    .groupBy('administration_id')
    .execute()
  return new Map(rows.map(({ administration_id, ...counts }) => [administration_id, counts]))
}
