import type { Db } from '../../platform/database/connection.ts'
import { listTasks, type Task } from '../tasks/index.ts'

/** Measures promised in answers, the open ones first; without a centre, those of everywhere. */
export async function listPromises(
  db: Db,
  administrationId: string,
  centreId: string | null,
): Promise<Task[]> {
  const where = centreId === null ? {} : { centreId }
  const tasks = await listTasks(db, administrationId, { origin: 'measure', ...where })
  return tasks.toSorted(
    (one, other) => Number(one.state !== 'open') - Number(other.state !== 'open'),
  )
}
