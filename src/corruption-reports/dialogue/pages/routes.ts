import { Router } from 'express'
import { addRoutes, anyone } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { readBody } from '../../door/pages/read-body.ts'
import { answerReturn, showReturn } from './return.ts'

/** Where somebody comes back with the ten words, with a script or without. */
export function dialogueRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', '/:slug/denuncia/seguimiento', anyone, showReturn(system)],
    ['post', '/:slug/denuncia/seguimiento', anyone, answerReturn(system), ...readBody()],
  ])
  return router
}
