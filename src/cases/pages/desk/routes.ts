import { Router } from 'express'
import { staffOf, type Role, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { caseList } from './case-list.ts'

/** Whoever works on cases or oversees them; the administrator of the system reads none. */
export const DESK_ROLES: readonly Role[] = [
  'claims_manager',
  'deputy_claims_manager',
  'office_head',
  'site_officer',
  'unit_handler',
  'unit_head',
  'auditor',
]

export const deskSection: Section = { text: 'desk.title', path: 'casos', roles: DESK_ROLES }

export function deskRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [['get', '/personal/:slug/casos', staffOf(...DESK_ROLES), caseList(system)]])
  return router
}
