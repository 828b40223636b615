import express, { Router } from 'express'
import { addRoutes, anyone } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { postReport } from './post-report.ts'
import { tellDirectory } from './post-directory.ts'

const REPORTS = '/api/v1/administrations/:slug/corruption-reports'
const LONGEST_BODY = '2mb'

/** The machine interface of the door; our own page uses it too. */
export function doorApiRoutes(system: System): Router {
  const router = Router()
  const json = express.json({ limit: LONGEST_BODY })
  addRoutes(router, [
    ['post', REPORTS, anyone, postReport(system), json],
    ['get', `${REPORTS}/directory`, anyone, tellDirectory(system)],
    ['post', `${REPORTS}/directory`, anyone, tellDirectory(system)],
  ])
  return router
}
