import { Router } from 'express'
import { receiveUpload } from '../../attachments/index.ts'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { keepers, readers, validators } from '../collection-policy.ts'
import { sendActivity, sendDone, showCalendar } from './calendar.ts'
import { sendValidation, sendVersion, serveFile, showPaper } from './paper.ts'
import { showProgramme } from './programme.ts'
import { paths } from './urls.ts'

export const programmeSection: Section = {
  text: 'collection.section',
  path: 'recojo',
  roles: readers,
}

/** The programme of collection, as its keepers run it and an evaluator reads it. */
export function programmeRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...readers)
  const keeping = staffOf(...keepers)
  const upload = receiveUpload(system, { maxFiles: 1 })
  addRoutes(router, [
    ['get', paths.programme, reading, showProgramme(system)],
    ['get', paths.paper, reading, showPaper(system)],
    ['post', paths.paper, keeping, sendVersion(system), upload],
    ['post', paths.validation, staffOf(...validators), sendValidation(system)],
    ['get', paths.file, reading, serveFile(system)],
    ['get', paths.calendar, reading, showCalendar(system)],
    ['post', paths.calendar, keeping, sendActivity(system)],
    ['post', paths.done, keeping, sendDone(system)],
  ])
  return router
}
