import type { TellDue } from '../due.ts'
import { listTasks } from './task-store.ts'
import { taskUrls } from './urls.ts'

/** Tasks as the calendar of the year shows them; what was dropped is not owed. */
export const tellTasksDue: TellDue = async (db, { administrationId, slug, from, until }) => {
  const tasks = await listTasks(db, administrationId, { from, until })
  return tasks
    .filter(({ state }) => state !== 'dropped')
    .map(({ taskId, dueOn, what, centreId, ownerId, endedOn }) => ({
      id: `task-${taskId}`,
      on: dueOn,
      kind: 'task' as const,
      title: what,
      href: taskUrls(slug).task(taskId),
      centreId,
      ownerId,
      doneOn: endedOn,
    }))
}
