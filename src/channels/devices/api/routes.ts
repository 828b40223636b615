import { raw, Router } from 'express'
import { hpkeOverhead } from '../../../platform/hpke/index.ts'
import { addRoutes, anyone, type Route } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { MAX_FILE_BYTES } from '../envelope.ts'
import { getSetup, postContact } from './device-setup.ts'
import { enrolledDevice } from './enrolled-device.ts'
import { postEnrolment } from './enrolment.ts'
import { postFiling, putFile } from './filing.ts'
import { postSurvey } from './survey.ts'

const sealedBytes = raw({ type: 'application/octet-stream', limit: MAX_FILE_BYTES + hpkeOverhead })

/** What tablets say to the book. */
export function deviceApiRoutes(system: System): Router {
  const tablet = enrolledDevice(system)
  const routes: readonly Route[] = [
    ['post', '/api/v1/devices/enrolments', anyone, postEnrolment(system)],
    ['get', '/api/v1/devices/setup', tablet, getSetup(system)],
    ['post', '/api/v1/devices/contacts', tablet, postContact(system)],
    ['put', '/api/v1/devices/filings/:id/files/:n', tablet, putFile(system), sealedBytes],
    ['post', '/api/v1/devices/filings', tablet, postFiling(system)],
    ['post', '/api/v1/devices/survey-responses', tablet, postSurvey(system)],
  ]
  const router = Router()
  addRoutes(router, routes)
  return router
}
