import { listPromisedMeasures, type TellOfCase } from '../../../cases/index.ts'
import { accountNames } from '../../../people/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { formatShortDate } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import { isOverdue, listTasksOfOrigin, taskUrls } from '../../tasks/index.ts'
import { promiseId } from '../promise-id.ts'

/** Beside a case: what its answer promised, who does it until when, and whether it was done. */
export function tellPromise({ db, clock }: Pick<System, 'db' | 'clock'>): TellOfCase {
  return async ({ item, slug, book, t, lang }) => {
    const { administrationId, caseId } = item
    if (item.answeredAt === null) return null
    const promised = await listPromisedMeasures(db, administrationId, { caseId })
    const ids = promised.map(({ caseNumber, answerId }) => promiseId(caseNumber, answerId))
    const tasks = await listTasksOfOrigin(db, administrationId, 'measure', ids)
    if (tasks.length === 0) return null
    const names = await accountNames(
      db,
      tasks.map(({ ownerId }) => ownerId),
    )
    const today = localDate(clock(), book.administration.timeZone)
    const lines = tasks.map((task) => ({
      text: t(`improvements-tasks.state.${isOverdue(task, today) ? 'overdue' : task.state}`),
      href: taskUrls(slug).task(task.taskId),
      detail: t('improvements-measures.aside.detail', {
        owner: names.get(task.ownerId) ?? '',
        due: formatShortDate(task.dueOn, lang),
      }),
    }))
    return {
      id: 'medidas',
      title: t('improvements-measures.aside.title'),
      intro: t('improvements-measures.aside.intro'),
      groups: [{ title: null, lines, note: null }],
    }
  }
}
