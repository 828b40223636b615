import { addDays, type PlainDate } from '../platform/dates.ts'
import type { System } from '../system.ts'
import { listTasks, taskUrls } from './tasks/index.ts'

const DAYS_AHEAD = 7
const MOST = 10

/** What somebody owes by a task, of whatever it was promised in, for the beginning of their day. */
export function tellOwnTasks({ db }: System) {
  return async ({
    viewer: { administrationId, staff },
    slug,
    today,
  }: {
    viewer: { administrationId: string; staff: { accountId: string } }
    slug: string
    today: PlainDate
  }) => {
    const until = addDays(today, DAYS_AHEAD)
    const filter = { ownerId: staff.accountId, state: 'open', until } as const
    const tasks = await listTasks(db, administrationId, filter)
    const urls = taskUrls(slug)
    return {
      items: tasks.slice(0, MOST).map(({ taskId, what, dueOn }) => ({
        what,
        href: urls.task(taskId),
        dueOn,
      })),
      total: tasks.length,
      all: urls.list,
    }
  }
}
