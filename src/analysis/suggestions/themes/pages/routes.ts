import { Router } from 'express'
import { staffOf, type Role, type Section } from '../../../../people/index.ts'
import { addRoutes } from '../../../../platform/web/index.ts'
import type { System } from '../../../../system.ts'
import { showThemes } from './list.ts'
import { showTheme } from './theme.ts'
import { paths } from './urls.ts'

const readers: readonly Role[] = [
  'analyst',
  'claims_manager',
  'deputy_claims_manager',
  'chief_administrator',
]

export const themesSection: Section = { text: 'themes.section_name', path: 'temas', roles: readers }

export function themeRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.list, staffOf(...readers), showThemes(system)],
    ['get', paths.theme, staffOf(...readers), showTheme(system)],
  ])
  return router
}
