import { Router } from 'express'
import { receiveUpload } from '../../../attachments/index.ts'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { taskPeople } from '../tasks-policy.ts'
import { paths } from '../urls.ts'
import { showTasks } from './list.ts'
import { sendDone, sendDropping, sendHanding, sendTaskEvidence, showTask } from './task.ts'

export const tasksSection: Section = {
  text: 'improvements-tasks.section',
  path: 'tareas',
  roles: taskPeople,
}

/** Tasks, before whoever owes them and whoever answers for the place. */
export function taskRoutes(system: System): Router {
  const router = Router()
  const theirs = staffOf(...taskPeople, 'auditor')
  const upload = receiveUpload(system, { maxFiles: 1 })
  addRoutes(router, [
    ['get', paths.list, theirs, showTasks(system)],
    ['get', paths.task, theirs, showTask(system)],
    ['post', paths.done, theirs, sendDone(system)],
    ['post', paths.handing, theirs, sendHanding(system)],
    ['post', paths.dropping, theirs, sendDropping(system)],
    ['post', paths.evidence, theirs, sendTaskEvidence(system), upload],
  ])
  return router
}
