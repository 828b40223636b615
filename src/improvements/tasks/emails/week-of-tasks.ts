import { getAdministration } from '../../../administrations/index.ts'
import { defineEmail, registerEmail, type EmailModel } from '../../../notices/index.ts'
import { addDays, localDate, type PlainDate } from '../../../platform/dates.ts'
import { isOverdue } from '../task.ts'
import { listTasks } from '../task-store.ts'
import { taskUrls } from '../urls.ts'

export const WEEK_OF_TASKS = 'week_of_tasks'

/** To whoever owes something: what is late, and what is due within seven days. */
interface WeekOfTasks {
  tasks: readonly { what: string; dueOn: PlainDate; isOverdue: boolean }[]
  address: string
}

export const weekOfTasks = defineEmail<WeekOfTasks>({
  template: WEEK_OF_TASKS,
  view: 'improvements/week-of-tasks',
  name: (t) => t('improvements-tasks.email.name'),
  subject: (t, { tasks }) => t('improvements-tasks.email.subject', { count: tasks.length }),
  sample: (t) => ({
    tasks: [{ what: t('improvements-tasks.email.sample'), dueOn: '2026-03-20', isOverdue: false }],
    address: 'https://libro.example.org/personal/demo/tareas',
  }),
})

/** Null once everything of the week is done. */
const model: EmailModel<WeekOfTasks> = async (system, { administrationId, to }) => {
  if (to.recipient !== 'account') return null
  const administration = await getAdministration(system.db, administrationId)
  const today = localDate(system.clock(), administration.timeZone)
  const owed = { ownerId: to.accountId, state: 'open', until: addDays(today, 6) } as const
  const tasks = await listTasks(system.db, administrationId, owed)
  if (tasks.length === 0) return null
  return {
    tasks: tasks.map((task) => ({ ...task, isOverdue: isOverdue(task, today) })),
    address: system.config.baseUrl + taskUrls(administration.slug).list,
  }
}

export function registerTaskEmails(): void {
  registerEmail(weekOfTasks, model)
}
