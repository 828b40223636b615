import { Router } from 'express'
import { DESK_ROLES } from '../../cases/index.ts'
import { staffOf } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { bulkPath } from '../tell-bulk.ts'
import { bulkPage } from './bulk-page.ts'

/** Only sent to: what is marked travels in the form, and nothing of it in an address. */
export function bulkRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [['post', bulkPath, staffOf(...DESK_ROLES), bulkPage(system)]])
  return router
}
