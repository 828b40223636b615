import { createReadStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { TooMany } from '../../platform/errors.ts'
import type { Attachment } from '../attachment.ts'
import {
  MAX_FILES_PER_FILING,
  MAX_UNCLAIMED_BYTES,
  type AttachmentProblem,
} from '../attachment-rules.ts'
import { listDraftAttachments, sumUnclaimedBytes } from '../attachment-store.ts'
import type { Ground } from '../ground.ts'
import { inspectFile } from '../inspection/inspect-file.ts'
import { scanFile } from '../scan-file.ts'
import { newWorkingPath } from '../working-folder.ts'
import { keepFile } from './keep-file.ts'

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
  const working = newWorkingPath(system.config.dataDir)
  const clean = `${working}.clean`
  // out of reach of whoever tidies up after the request
  if (!(await movedTo(working, sent.path))) return refused('attachment_broken')
  try {
    return await judgeAndKeep(system, sent, { working, clean }, now)
  } finally {
    await rm(working, { force: true })
    await rm(clean, { force: true })
  }
}

/** False: the request broke off, and what had arrived was cleared away. */
async function movedTo(target: string, path: string): Promise<boolean> {
  try {
    await rename(path, target)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function judgeAndKeep(
  system: Ground,
  sent: SentFile,
  { working, clean }: { working: string; clean: string },
  now: Date,
): Promise<Received> {
  if ((await sumUnclaimedBytes(system.db)) > MAX_UNCLAIMED_BYTES) {
    throw new TooMany(RETRY_AFTER_SECONDS)
  }
  if (await isDraftFull(system, sent)) return refused('attachment_too_many')
  const inspected = await inspectFile(working, sent.name, clean)
  if (typeof inspected === 'string') return refused(inspected)
  const scan = await scanFile(system, () => createReadStream(clean))
  if (scan.state === 'infected') return refused('attachment_infected')
  const attachment = await keepFile(system, sent, { path: clean, ...inspected, scan }, now)
  return { attachment, problem: null }
}

async function isDraftFull({ db }: Ground, { administrationId, draftId }: SentFile) {
  if (draftId === undefined) return false
  const files = await listDraftAttachments(db, { administrationId, draftId })
  return files.length >= MAX_FILES_PER_FILING
}

function refused(problem: AttachmentProblem): Received {
  return { attachment: null, problem }
}
