import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { ExpectedError, NotFound } from '../../platform/errors.ts'
import { isAttachmentId, type Attachment } from '../attachment.ts'
import { mayBeOpened } from '../attachment-rules.ts'
import { openStorage } from '../attachment-storage.ts'
import { findAttachment } from '../attachment-store.ts'
import type { Ground } from '../ground.ts'

export interface OpenedAttachment {
  attachment: Attachment
  /** Both ends included. */
  read: (range?: { start: number; end: number }) => Promise<Readable>
}

/** The scanner has not spoken yet, or found something. */
export class NotYetSafe extends ExpectedError {
  readonly status = 409
  readonly code: 'attachment_waiting' | 'attachment_infected'

  constructor(scanState: 'waiting' | 'infected') {
    super()
    this.code = `attachment_${scanState}`
  }
}

/** Whoever calls this has seen to it that the viewer may see the case that the file belongs to. */
export async function openAttachment(
  { db, config }: Ground,
  which: { administrationId: string; attachmentId: string; caseId: string },
): Promise<OpenedAttachment> {
  if (!isAttachmentId(which.attachmentId)) throw new NotFound()
  const attachment = await findAttachment(db, which)
  if (attachment?.caseId !== which.caseId) throw new NotFound()
  const { scanState, storageName } = attachment
  if (!mayBeOpened(scanState)) throw new NotYetSafe(scanState)
  return {
    attachment,
    async read(range) {
      const content = openStorage(config.dataDir).read(storageName, range)
      // a file that is gone is known before the first header leaves
      await once(content, 'ready')
      return content
    },
  }
}
