import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders, improvers } from '../../improvement-policy.ts'
import { sendLevel, sendMean, showDigitalisation } from './digitalisation.ts'
import { paths } from './urls.ts'

export const digitalisationSection: Section = {
  text: 'improvements-digitalisation.section',
  path: 'digitalizacion',
  roles: improvementReaders,
}

export function digitalisationRoutes(system: System): Router {
  const router = Router()
  const writing = staffOf(...improvers)
  addRoutes(router, [
    ['get', paths.digitalisation, staffOf(...improvementReaders), showDigitalisation(system)],
    ['post', paths.level, writing, sendLevel(system)],
    ['post', paths.mean, writing, sendMean(system)],
  ])
  return router
}
