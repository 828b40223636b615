import { Router } from 'express'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { readers } from '../looks-policy.ts'
import { showLooks } from './looks.ts'
import { looksPath } from './urls.ts'

export const looksSection: Section = { text: 'looks.title', path: 'miradas', roles: readers }

export function looksRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [['get', looksPath, staffOf(...readers), showLooks(system)]])
  return router
}
