import { Router } from 'express'
import { staffOf, type Role, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { showFigures } from './figures.ts'

const READERS: readonly Role[] = [
  'integrity_officer',
  'alternate_authority',
  'auditor',
  'chief_administrator',
]

/** No sealed room: it shows counts that name nobody, also to those who hold no key. */
export const figuresSection: Section = {
  text: 'sealed-figures.title',
  path: 'cifras-denuncias',
  roles: READERS,
}

export function figuresRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', `/personal/:slug/${figuresSection.path}`, staffOf(...READERS), showFigures(system)],
  ])
  return router
}
