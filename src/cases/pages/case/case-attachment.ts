import { openAttachment, serveAttachment } from '../../../attachments/index.ts'
import { recordLook } from '../../../audit/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { openCaseRoom } from './room.ts'

/** A file of a case, for whoever may see the case. */
export function caseAttachment(system: System): Page {
  return async (request, response) => {
    const { item, viewer, now } = await openCaseRoom(system, request, response)
    const { administrationId, caseId } = item
    const attachmentId = String(request.params['attachmentId'])
    const opened = await openAttachment(system, { administrationId, caseId, attachmentId })
    await recordLook(system.db, {
      at: now,
      accountId: viewer.staff.accountId,
      administrationId,
      caseId,
      what: 'attachment',
      details: { attachment: opened.attachment.attachmentId },
    })
    await serveAttachment(request, response, opened)
  }
}
