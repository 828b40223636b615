import { Router } from 'express'
import { addRoutes, anyone } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { showDoor } from './door.ts'
import { readBody } from './read-body.ts'
import { answerDoor } from './send-form.ts'

/** What somebody who reports sees: one address, from the first line to the ten words. */
export function doorRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', '/:slug/denuncia', anyone, showDoor(system)],
    ['post', '/:slug/denuncia', anyone, answerDoor(system), ...readBody()],
  ])
  return router
}
