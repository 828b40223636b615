import { Router } from 'express'
import { receiveUpload } from '../../../attachments/index.ts'
import { staffOf, type Role, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders, improvers } from '../../improvement-policy.ts'
import { paths } from '../urls.ts'
import { sendNew, showNew } from './fresh.ts'
import { showDisseminations } from './list.ts'
import { sendDisseminationEvidence, sendOnPaper, showDissemination } from './one.ts'
import { sendReading, showReading, showToRead } from './reading.ts'

const staff: readonly Role[] = [...improvementReaders, 'site_officer', 'unit_handler', 'unit_head']

export const disseminationSection: Section = {
  text: 'improvements-dissemination.section',
  path: 'difusion',
  roles: improvementReaders,
}

export const toReadSection: Section = {
  text: 'improvements-dissemination.to_read',
  path: 'para-leer',
  roles: staff,
}

/** What is told to the staff, and each one's own page of what is there to read. */
export function disseminationRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...improvementReaders)
  const improving = staffOf(...improvers)
  const upload = receiveUpload(system, { maxFiles: 1 })
  addRoutes(router, [
    ['get', paths.list, reading, showDisseminations(system)],
    ['get', paths.fresh, improving, showNew(system)],
    ['post', paths.fresh, improving, sendNew(system)],
    ['get', paths.one, reading, showDissemination(system)],
    ['post', paths.paper, improving, sendOnPaper(system)],
    ['post', paths.evidence, improving, sendDisseminationEvidence(system), upload],
    ['get', paths.toRead, staffOf(...staff), showToRead(system)],
    ['get', paths.reading, staffOf(...staff), showReading(system)],
    ['post', paths.reading, staffOf(...staff), sendReading(system)],
  ])
  return router
}
