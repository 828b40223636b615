import { createHmac } from 'node:crypto'
import type { Request } from 'express'
import {
  attachmentProblem,
  listDraftAttachments,
  receiveAttachment,
  removeDraftAttachment,
  uploadOf,
  type AttachmentProblem,
} from '../../../attachments/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Case } from '../../case.ts'

/** Files that came with a reply and wait until it is sent, so that an error costs nobody a second upload. */
export interface KeptFiles {
  draftId: string
  files: readonly { attachmentId: string; name: string }[]
}

type OfReply = Pick<Case, 'administrationId' | 'caseId'> & { sendingId: string }

export async function keptFiles(system: System, reply: OfReply): Promise<KeptFiles> {
  const draftId = draftIdOf(system, reply)
  const { administrationId } = reply
  return { draftId, files: await listDraftAttachments(system.db, { administrationId, draftId }) }
}

/** Keeps what came with this request; what cannot be taken is said, and the rest stays. */
export async function takeFilesIn(
  system: System,
  request: Request,
  reply: OfReply,
): Promise<FieldProblem[]> {
  const { files, broken } = uploadOf(request)
  const problems: AttachmentProblem[] = broken ? ['attachment_broken'] : []
  const draftId = draftIdOf(system, reply)
  // a browser sends an empty part for a field that was left alone
  for (const { name, path, problem } of files.filter((file) => file.name !== '')) {
    const sent = { administrationId: reply.administrationId, draftId, name, path }
    const refused = problem ?? (await receiveAttachment(system, sent, system.clock())).problem
    if (refused) problems.push(refused)
  }
  return problems.map((problem) => attachmentProblem(problem, 'files'))
}

export async function removeFile(
  system: System,
  reply: OfReply,
  attachmentId: string,
): Promise<void> {
  const { administrationId } = reply
  const removal = { administrationId, draftId: draftIdOf(system, reply), attachmentId }
  await removeDraftAttachment(system, removal, system.clock())
}

/** Of this case and this form alone, whatever a form says: nobody reaches another's files. */
function draftIdOf({ secrets }: System, { caseId, sendingId }: OfReply): string {
  const hex = createHmac('sha256', secrets.keyFor('reply-files'))
    .update(JSON.stringify([caseId, sendingId]))
    .digest('hex')
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
