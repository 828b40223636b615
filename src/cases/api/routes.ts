import { Router } from 'express'
import { addRoutes, anyone } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { getCaseStatus } from './get-case-status.ts'
import { postCase } from './post-case.ts'

/** The machine interface of the book. */
export function caseApiRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['post', '/api/v1/administrations/:slug/cases', anyone, postCase(system)],
    ['get', '/api/v1/cases/:caseNumber', anyone, getCaseStatus(system)],
  ])
  return router
}
