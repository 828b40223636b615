import { accountNames, holdsWithin } from '../../../people/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders } from '../../improvement-policy.ts'
import { centreChoice, enterRoom } from '../../pages/room.ts'
import { isOverdue, type Task } from '../task.ts'
import { listTasks } from '../task-store.ts'
import { taskUrls } from '../urls.ts'

/** What I owe, and what is owed in the place: what is late comes first by itself. */
export function showTasks(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response, request)
    const { t, slug, staff, deed, today, book, place } = room
    const { administrationId, accountId } = deed
    const urls = taskUrls(slug)
    const showsDone = request.query.estado === 'hechas'
    const state = showsDone ? {} : ({ state: 'open' } as const)
    const mine = await listTasks(system.db, administrationId, { ownerId: accountId, ...state })
    const readsOthers = holdsWithin(staff, improvementReaders, administrationId)
    const ofPlace = room.centre ? { centreId: place.centreId } : {}
    const all = readsOthers
      ? await listTasks(system.db, administrationId, { ...ofPlace, ...state })
      : []
    const others = all.filter(({ ownerId }) => ownerId !== accountId)
    const names = await accountNames(
      system.db,
      others.map(({ ownerId }) => ownerId),
    )
    const show = (task: Task) => ({
      ...task,
      href: urls.task(task.taskId),
      origin: t(`improvements-tasks.origin.${task.origin}`),
      owner: names.get(task.ownerId) ?? '',
      where: (task.centreId && book.names.get(task.centreId)) ?? t('improvements.all_centres'),
      look: isOverdue(task, today) ? ('overdue' as const) : task.state,
    })
    const isEnded = ({ state: at }: Task) => at !== 'open'
    const wanted = (tasks: Task[]) => tasks.filter((task) => isEnded(task) === showsDone).map(show)
    const model = {
      title: t('improvements-tasks.title'),
      choice: centreChoice(room, urls.list),
      readsOthers,
      showsDone,
      otherState: room.here(showsDone ? urls.list : `${urls.list}?estado=hechas`),
      mine: wanted(mine),
      others: wanted(others),
    }
    render(response, 'improvements/tasks/list', model, { layout: 'staff' })
  }
}
