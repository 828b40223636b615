import express, { Router } from 'express'
import { addRoutes, anyone } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { PART_BYTES } from '../file-limits.ts'
import { askForWork, postFile, postFileState, postPart } from './post-files.ts'

const FILES = '/api/v1/administrations/:slug/corruption-reports/dialogue/files'

/** Evidence of somebody who has reported: announced, sent in parts that may be sent again, then claimed. */
export function fileApiRoutes(system: System): Router {
  const router = Router()
  const json = express.json({ limit: '10kb' })
  const bare = express.raw({ type: 'application/octet-stream', limit: PART_BYTES })
  addRoutes(router, [
    ['post', `${FILES}/challenge`, anyone, askForWork(system), json],
    ['post', FILES, anyone, postFile(system), json],
    ['post', `${FILES}/parts`, anyone, postPart(system), bare],
    ['post', `${FILES}/state`, anyone, postFileState(system), json],
  ])
  return router
}
