import { Router } from 'express'
import { addRoutes, anyone } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { showAccessibility } from './accessibility-page.ts'
import { showFrontPage } from './front-page.ts'
import { showMark } from './show-mark.ts'
import type { TellOnFront } from './tell-on-front.ts'

/** What a public body shows to everybody. Registered last, since its address is any first word. */
export function administrationRoutes(system: System, ...tellers: readonly TellOnFront[]): Router {
  const router = Router()
  addRoutes(router, [
    ['get', '/:slug', anyone, showFrontPage(system, tellers)],
    ['get', '/:slug/insignia/:markId', anyone, showMark(system)],
    ['get', '/:slug/accesibilidad', anyone, showAccessibility(system)],
  ])
  return router
}
