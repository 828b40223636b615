import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { FIGURE_READERS, FIGURES_PATH } from '../figure-readers.ts'
import { showFigures } from './figures.ts'

/** No sealed room: it shows counts that name nobody, also to those who hold no key. */
export const figuresSection: Section = {
  text: 'sealed-figures.title',
  path: FIGURES_PATH,
  roles: FIGURE_READERS,
}

export function figuresRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    [
      'get',
      `/personal/:slug/${figuresSection.path}`,
      staffOf(...FIGURE_READERS),
      showFigures(system),
    ],
  ])
  return router
}
