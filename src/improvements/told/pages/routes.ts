import { Router } from 'express'
import { staffOf } from '../../../people/index.ts'
import { addRoutes, anyoneUnknown } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders, improvers } from '../../improvement-policy.ts'
import { servePoster } from './poster.ts'
import { sendFeedback, showTold, showToldList } from './public-pages.ts'
import { sendTell, showTell } from './tell.ts'
import { paths } from '../urls.ts'

/** What was told back: written by those who improve, read by everybody. */
export function toldRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...improvementReaders)
  addRoutes(router, [
    ['get', paths.tell, reading, showTell(system)],
    ['post', paths.tell, staffOf(...improvers), sendTell(system)],
    ['get', paths.poster, reading, servePoster(system)],
    ['get', paths.list, anyoneUnknown, showToldList(system)],
    ['get', paths.one, anyoneUnknown, showTold(system)],
    ['post', paths.one, anyoneUnknown, sendFeedback(system)],
  ])
  return router
}
