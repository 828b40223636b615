import { Router } from 'express'
import { addRoutes, anyone } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { downloadAllBatches, downloadBatch } from './download-batches.ts'
import { showProofs } from './proofs.ts'

/** Whole batches and nothing smaller: an address for one commitment would tell the server which. */
export function proofRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', '/:slug/denuncia/constancias', anyone, showProofs(system)],
    ['get', '/:slug/denuncia/constancias/todas', anyone, downloadAllBatches(system)],
    ['get', '/:slug/denuncia/constancias/:seq', anyone, downloadBatch(system)],
  ])
  return router
}
