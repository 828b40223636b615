import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { overseers, readers } from '../dashboard-policy.ts'
import type { DashboardNeighbours } from '../neighbours.ts'
import { showCompliance } from './compliance.ts'
import { showDashboard } from './dashboard.ts'
import { showDefinitions } from './definitions.ts'
import { serveCsv, serveWorkbook } from './download.ts'
import { paths } from './urls.ts'

export const dashboardSection: Section = {
  text: 'dashboards.section',
  path: 'indicadores',
  begins: ['chief_administrator', 'analyst', 'auditor'],
  roles: readers,
}

export function dashboardRoutes(system: System, neighbours: DashboardNeighbours): Router {
  const { improvements } = neighbours
  const router = Router()
  const reading = staffOf(...readers)
  addRoutes(router, [
    ['get', paths.dashboard, reading, showDashboard(system, neighbours)],
    ['get', paths.definitions, reading, showDefinitions(system)],
    ['get', paths.compliance, staffOf(...overseers), showCompliance(system, improvements)],
    ['get', paths.csv, reading, serveCsv(system, improvements)],
    ['get', paths.workbook, reading, serveWorkbook(system, improvements)],
  ])
  return router
}
