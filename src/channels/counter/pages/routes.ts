import { Router } from 'express'
import { MAX_FILES_PER_FILING, receiveUpload } from '../../../attachments/index.ts'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { paths } from '../urls.ts'
import { REGISTRARS } from './desk-room.ts'
import { showNewEntry, takeEntry } from './entry.ts'
import { sendReceipt } from './receipt.ts'

export const counterSection: Section = {
  text: 'channels-counter.section',
  path: 'registrar',
  roles: REGISTRARS,
}

/** Registering what people say at the counter, by telephone, by mail or on paper. */
export function counterRoutes(system: System): Router {
  const upload = receiveUpload(system, { maxFiles: MAX_FILES_PER_FILING })
  const router = Router()
  addRoutes(router, [
    ['get', paths.entry, staffOf(...REGISTRARS), showNewEntry(system)],
    ['post', paths.entry, staffOf(...REGISTRARS), takeEntry(system), upload],
    ['get', paths.receipt, staffOf(...REGISTRARS), sendReceipt(system)],
  ])
  return router
}
