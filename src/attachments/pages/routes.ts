import { NotFound } from '../../platform/errors.ts'
import type { Guard, Route } from '../../platform/web/routes.ts'
import type { System } from '../../system.ts'
import { receiveUpload } from './receive-upload.ts'
import { uploadAttachment } from './upload-attachment.ts'

/** The administration's id; null when there is none of that name. */
export type FindAdministrationId = (slug: string) => Promise<string | null>

export function attachmentRoutes(system: System, find: FindAdministrationId): Route[] {
  const ofAnAdministration: Guard = async (request, response) => {
    const administrationId = await find(String(request.params['slug']))
    if (!administrationId) throw new NotFound()
    response.locals['administrationId'] = administrationId
  }
  return [
    [
      'post',
      '/api/v1/administrations/:slug/attachments',
      ofAnAdministration,
      uploadAttachment(system),
      receiveUpload(system, { maxFiles: 1 }),
    ],
  ]
}
