import { Router } from 'express'
import { staffOf } from '../../../people/index.ts'
import { addRoutes, anyoneUnknown } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { paths } from '../urls.ts'
import { sendRemoval, showRemoval } from './remove.ts'
import { serveEvidence, servePreview, servePublicPhoto } from './serve-evidence.ts'

/** Whoever works there may have added one; a centre's person sees those of the centre and of all centres. */
export function evidenceRoutes(system: System): Router {
  const router = Router()
  const anybodyThere = staffOf()
  addRoutes(router, [
    ['get', paths.file, anybodyThere, serveEvidence(system)],
    ['get', paths.preview, anybodyThere, servePreview(system)],
    ['get', paths.removal, anybodyThere, showRemoval(system)],
    ['post', paths.removal, anybodyThere, sendRemoval(system)],
    ['get', paths.publicPhoto, anyoneUnknown, servePublicPhoto(system)],
  ])
  return router
}
