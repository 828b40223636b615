import type { Attachment } from '../attachments/index.ts'
import type { EventCommitment } from '../ledger/index.ts'

/** What the history keeps of a file. */
export function filePromise({ attachmentId, commitment }: Attachment): EventCommitment {
  return { kind: 'file', id: attachmentId, commitment }
}
