import { Router } from 'express'
import { staffOf, staffWith, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { setters } from '../../setting-policy.ts'
import { showNewAdministration, takeNewAdministration } from './new-administration.ts'
import { showStartUp } from './start-up.ts'
import { paths } from './urls.ts'

export const startUpSection: Section = {
  text: 'founding.title',
  path: 'puesta-en-marcha',
  roles: setters,
}

/** From an empty installation to a book that takes its first filing. */
export function foundingRoutes(system: System): Router {
  const router = Router()
  const founder = staffWith('system_admin')
  addRoutes(router, [
    ['get', paths.new, founder, showNewAdministration(system)],
    ['post', paths.new, founder, takeNewAdministration(system)],
    ['get', paths.startUp, staffOf(...setters), showStartUp(system)],
  ])
  return router
}
