import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders, improvers } from '../../improvement-policy.ts'
import type { TellSealedFigures } from '../sealed-figures.ts'
import { sendAction, sendRisk, showRisks } from './register.ts'

export const riskSection: Section = {
  text: 'improvements-risks.section',
  path: 'riesgos',
  roles: improvementReaders,
}

/** The register of risks; `:slug` is the administration's. */
export const paths = {
  register: '/personal/:slug/riesgos',
  actions: '/personal/:slug/riesgos/acciones',
} as const

export function riskRoutes(system: System, tell: TellSealedFigures): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.register, staffOf(...improvementReaders), showRisks(system, tell)],
    ['post', paths.register, staffOf(...improvers), sendRisk(system, tell)],
    ['post', paths.actions, staffOf(...improvers), sendAction(system, tell)],
  ])
  return router
}
