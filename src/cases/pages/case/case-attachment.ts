import { openAttachment, serveAttachment } from '../../../attachments/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { recordCaseLook } from './record-case-look.ts'
import { openCaseRoom } from './room.ts'

/** A file of a case, for whoever may see the case. */
export function caseAttachment(system: System): Page {
  return async (request, response) => {
    const room = await openCaseRoom(system, request, response)
    const { administrationId, caseId } = room.item
    const attachmentId = String(request.params['attachmentId'])
    const opened = await openAttachment(system, { administrationId, caseId, attachmentId })
    await recordCaseLook(room, 'attachment', { attachment: opened.attachment.attachmentId })
    await serveAttachment(request, response, opened)
  }
}
