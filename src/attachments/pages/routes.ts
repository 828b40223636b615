import { Router } from 'express'
import { findAdministrationBySlug } from '../../administrations/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { addRoutes, type Guard, type Route } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { receiveUpload } from './receive-upload.ts'
import { uploadAttachment } from './upload-attachment.ts'

export function attachmentRoutes(system: System): Router {
  const routes: readonly Route[] = [
    [
      'post',
      '/api/v1/administrations/:slug/attachments',
      ofAnAdministration(system),
      uploadAttachment(system),
      receiveUpload(system, { maxFiles: 1 }),
    ],
  ]
  const router = Router()
  addRoutes(router, routes)
  return router
}

/** Asked before a byte of the file is written. */
function ofAnAdministration({ db }: System): Guard {
  return async (request, response) => {
    const administration = await findAdministrationBySlug(db, String(request.params['slug']))
    if (!administration) throw new NotFound()
    response.locals['administrationId'] = administration.administrationId
  }
}
