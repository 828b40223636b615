import { Router } from 'express'
import { staffOf } from '../../../people/index.ts'
import { addRoutes, offlineHeaders } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { evaluating } from '../evaluation-policy.ts'
import { paths } from './urls.ts'
import { sendVisitWorker, showVisitApp } from './visit-app.ts'
import { sendVisitCopy } from './visit-copy.ts'
import { takeNoteOfTablet, takePhotoOfTablet } from './visit-items.ts'
import { sendVisitSession } from './visit-session.ts'

/** The visit on a tablet: its page and worker, and what the page asks for and sends as JSON. */
export function visitRoutes(system: System): Router {
  const visiting = staffOf(...evaluating.visit)
  const headers = offlineHeaders(system.config.baseUrl, 'visita')
  const router = Router({ strict: true })
  addRoutes(router, [
    ['get', paths.visit, visiting, showVisitApp, ...headers],
    ['get', paths.visitWorker, visiting, sendVisitWorker, ...headers],
    ['get', paths.visitCopy, visiting, sendVisitCopy(system)],
    ['get', paths.visitSession, visiting, sendVisitSession(system)],
    ['post', paths.visitNotes, visiting, takeNoteOfTablet(system)],
    ['post', paths.visitPhotos, visiting, takePhotoOfTablet(system)],
  ])
  return router
}
