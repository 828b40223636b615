import { Router } from 'express'
import { staffOf, type Role, type Section } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import type { AnySetting } from '../setting.ts'
import { showChanges, takeUndo } from './changes.ts'
import { paths } from './urls.ts'

const readers: readonly Role[] = [
  'system_admin',
  'chief_administrator',
  'claims_manager',
  'deputy_claims_manager',
  'auditor',
]

export const changesSection: Section = { text: 'settings.title', path: 'cambios', roles: readers }

/** Each setting further says who may undo its changes. */
export function settingsRoutes(system: System, settings: readonly AnySetting[]): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.changes, staffOf(...readers), showChanges(system, settings)],
    ['post', paths.undo, staffOf(...readers), takeUndo(system, settings)],
  ])
  return router
}
