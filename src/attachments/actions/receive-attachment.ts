import { TooMany } from '../../platform/errors.ts'
import type { Attachment } from '../attachment.ts'
import {
  MAX_FILES_PER_FILING,
  MAX_UNCLAIMED_BYTES,
  type AttachmentProblem,
} from '../attachment-rules.ts'
import { listDraftAttachments, sumUnclaimedBytes } from '../attachment-store.ts'
import type { Ground } from '../ground.ts'
import { keepFile } from './keep-file.ts'
import { lookIntoFile, type SeenFile } from './look-into-file.ts'

export interface SentFile {
  administrationId: string
  /** As the sender called it, decoded. */
  name: string
  /** Where it lies now, on the disk of the data folder; it is taken from there. */
  path: string
  /** Of the filing on the web that it belongs to. */
  draftId?: string
}

export type Received =
  { attachment: Attachment; problem: null } | { attachment: null; problem: AttachmentProblem }

const RETRY_AFTER_SECONDS = 600

/**
 * Takes in a file for a filing to claim within a day: judged, cleaned, scanned, on the disk and in
 * the list of files; or refused with the reason, and gone.
 */
export async function receiveAttachment(
  system: Ground,
  sent: SentFile,
  now: Date,
): Promise<Received> {
  const keep = (file: SeenFile) => keepFile(system, sent, file, now)
  const taken = await lookIntoFile(system, sent, keep, () => whyNot(system, sent))
  if (typeof taken === 'string') return { attachment: null, problem: taken }
  return { attachment: taken, problem: null }
}

async function whyNot(system: Ground, sent: SentFile): Promise<AttachmentProblem | null> {
  if ((await sumUnclaimedBytes(system.db)) > MAX_UNCLAIMED_BYTES) {
    throw new TooMany(RETRY_AFTER_SECONDS)
  }
  return (await isDraftFull(system, sent)) ? 'attachment_too_many' : null
}

async function isDraftFull({ db }: Ground, { administrationId, draftId }: SentFile) {
  if (draftId === undefined) return false
  const files = await listDraftAttachments(db, { administrationId, draftId })
  return files.length >= MAX_FILES_PER_FILING
}
