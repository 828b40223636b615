import {
  listDraftAttachments,
  receiveAttachment,
  removeDraftAttachment,
  writeWorkingFile,
} from '../../../attachments/index.ts'
import { DESCRIPTION_LIMIT } from '../../../cases/index.ts'
import type { System } from '../../../system.ts'
import { updateFiles, updateUnpacking } from '../mail-store.ts'
import type { MailFile, MailId } from '../mail-table.ts'
import { readMessage, type MessageFile } from '../message/read-message.ts'

/** Files that nobody claims go after a day; a message may wait for longer and brings them again. */
const GOOD_FOR_MS = 20 * 3_600_000

/** How long one try may take; whoever stopped half-way does not keep the files from the next. */
const LEASE_MS = 5 * 60_000

/**
 * Puts the files of a message through the checks of every attachment, under the message as their draft,
 * and notes beside each that was refused why.
 */
export async function unpackFiles(system: System, id: MailId, now: Date): Promise<void> {
  const before = new Date(now.getTime() - GOOD_FOR_MS)
  const raw = await updateUnpacking(system.db, id, {
    before,
    until: new Date(before.getTime() + LEASE_MS),
  })
  if (!raw) return
  const draft = { administrationId: id.administrationId, draftId: id.mailId }
  for (const { attachmentId } of await listDraftAttachments(system.db, draft)) {
    await removeDraftAttachment(system, { ...draft, attachmentId }, now)
  }
  const message = await readMessage(raw)
  const judged: MailFile[] = []
  for (const file of [...wholeText(message.text), ...message.files])
    judged.push(await take(system, draft, file, now))
  await updateFiles(system.db, id, judged, now)
}

/** More than a filing's own words may be goes with it as a file. */
function wholeText(text: string): MessageFile[] {
  if (text.length <= DESCRIPTION_LIMIT) return []
  return [{ name: 'mensaje.txt', mediaType: 'text/plain', content: Buffer.from(text) }]
}

async function take(
  system: System,
  draft: { administrationId: string; draftId: string },
  { name, content }: MessageFile,
  now: Date,
): Promise<MailFile> {
  const path = await writeWorkingFile(system.config.dataDir, content)
  const { problem } = await receiveAttachment(system, { ...draft, name, path }, now)
  return { name, bytes: content.length, problem }
}
