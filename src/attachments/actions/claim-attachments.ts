import type { Tx } from '../../platform/database/connection.ts'
import { Invalid } from '../../platform/errors.ts'
import { isAttachmentId, type Attachment } from '../attachment.ts'
import {
  MAX_FILES_PER_FILING,
  unclaimedBefore,
  type AttachmentProblem,
} from '../attachment-rules.ts'
import { attachmentProblem } from '../attachment-problem.ts'
import { updateClaimed } from '../attachment-store.ts'

export interface Claim {
  administrationId: string
  ids: readonly string[]
  /** Of the filing on the web; without it only files that were sent outside of drafts are given. */
  draftId?: string
  caseId: string
  now: Date
}

/**
 * Gives files to a case inside the transaction that files it, and returns them in the order of
 * `ids`. Unknown, somebody else's, taken already and too old look the same.
 */
export async function claimAttachments(tx: Tx, claim: Claim): Promise<Attachment[]> {
  const ids = [...new Set(claim.ids.map((id) => id.toLowerCase()))]
  if (ids.length === 0) return []
  if (ids.length > MAX_FILES_PER_FILING) throw invalid('attachment_too_many')
  if (!ids.every(isAttachmentId)) throw invalid('attachment_unknown')
  const claimed = await updateClaimed(tx, {
    ...claim,
    ids,
    draftId: claim.draftId ?? null,
    uploadedAfter: unclaimedBefore(claim.now),
  })
  if (claimed.length < ids.length) throw invalid('attachment_unknown')
  return claimed.sort((a, b) => ids.indexOf(a.attachmentId) - ids.indexOf(b.attachmentId))
}

function invalid(problem: AttachmentProblem): Invalid {
  return new Invalid([attachmentProblem(problem, '/attachments')])
}
