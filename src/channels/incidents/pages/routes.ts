import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { REGISTRARS } from '../../counter/pages/desk-room.ts'
import { paths } from '../urls.ts'
import { showIncidents, takeIncident } from './incidents.ts'

export const incidentsSection: Section = {
  text: 'channels-counter.incidents.title',
  path: 'incidentes',
  roles: REGISTRARS,
}

/** What was solved on the spot: noted, counted, and filed when the person wants it. */
export function incidentRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.incidents, staffOf(...REGISTRARS), showIncidents(system)],
    ['post', paths.incidents, staffOf(...REGISTRARS), takeIncident(system)],
  ])
  return router
}
