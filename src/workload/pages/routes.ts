import { Router } from 'express'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { LEADERS, RELIEVED } from '../workload-policy.ts'
import { paths } from '../urls.ts'
import { showHandover } from './handover.ts'
import { showRelief, takeRelief } from './relief.ts'
import { showReliefs } from './reliefs.ts'
import { showWorkload } from './workload.ts'

export const workloadSection: Section = {
  text: 'workload.title',
  path: 'carga',
  roles: LEADERS,
}

export const reliefSection: Section = {
  text: 'workload.relief.title',
  path: 'relevos',
  roles: RELIEVED,
}

export function workloadRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.workload, staffOf(...LEADERS), showWorkload(system)],
    ['get', paths.reliefs, staffOf(...RELIEVED), showReliefs(system)],
    ['get', paths.handover, staffOf(...RELIEVED), showHandover(system)],
    ['get', paths.relief, staffOf(...RELIEVED), showRelief(system)],
    ['post', paths.relief, staffOf(...LEADERS), takeRelief(system)],
  ])
  return router
}
