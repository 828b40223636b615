import type { Request } from 'express'
import {
  attachmentProblem,
  listDraftAttachments,
  receiveAttachment,
  uploadOf,
  type Attachment,
} from '../../../attachments/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Entry } from '../entry-fields.ts'
import type { CounterRoom } from './desk-room.ts'

/** Keeps the scans that came with the form under its key, so that a mistake elsewhere loses none. */
export async function takeScans(
  system: System,
  request: Request,
  { administrationId, now }: CounterRoom,
  { entry: draftId }: Entry,
): Promise<FieldProblem[]> {
  const { files, broken } = uploadOf(request)
  const problems = broken ? [attachmentProblem('attachment_broken', 'scan')] : []
  for (const { name, path, problem } of files.filter((file) => file.name !== '')) {
    const refused =
      problem ??
      (await receiveAttachment(system, { administrationId, draftId, name, path }, now)).problem
    if (refused) problems.push(attachmentProblem(refused, 'scan'))
  }
  return problems
}

export function keptScans(
  { db }: System,
  { administrationId }: CounterRoom,
  { entry: draftId }: Entry,
): Promise<Attachment[]> {
  return listDraftAttachments(db, { administrationId, draftId })
}
