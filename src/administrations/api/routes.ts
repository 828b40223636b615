import { Router } from 'express'
import { addRoutes, anyone } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { getAdministrationApi } from './get-administration.ts'

/** The machine interface to an administration. */
export function administrationApiRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', '/api/v1/administrations/:slug', anyone, getAdministrationApi(system)],
  ])
  return router
}
