import { Router } from 'express'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { LEADERS } from '../workload-policy.ts'
import { paths } from './urls.ts'
import { showWorkload } from './workload.ts'

export const workloadSection: Section = {
  text: 'workload.title',
  path: 'carga',
  roles: LEADERS,
}

export function workloadRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [['get', paths.workload, staffOf(...LEADERS), showWorkload(system)]])
  return router
}
