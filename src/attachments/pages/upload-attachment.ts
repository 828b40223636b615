import { Invalid } from '../../platform/errors.ts'
import type { Page } from '../../platform/web/routes.ts'
import type { System } from '../../system.ts'
import { receiveAttachment } from '../actions/receive-attachment.ts'
import { attachmentProblem } from '../attachment-problem.ts'
import type { AttachmentProblem } from '../attachment-rules.ts'
import { uploadOf, type Upload, type UploadedFile } from './receive-upload.ts'

/** The machine interface takes one file a request and answers with its id. */
export function uploadAttachment(system: System): Page {
  return async (request, response) => {
    const { name, path } = theOnlyFile(uploadOf(request))
    const administrationId = String(response.locals['administrationId'])
    const sent = { administrationId, name, path }
    const { attachment, problem } = await receiveAttachment(system, sent, system.clock())
    if (problem) throw refusal(problem)
    response.status(201).json({ id: attachment.attachmentId })
  }
}

function theOnlyFile({ files, broken }: Upload): UploadedFile {
  const [file] = files
  if (broken) throw refusal('attachment_broken')
  if (!file) throw refusal('attachment_missing')
  if (files.length > 1) throw refusal('attachment_one_only')
  if (file.problem) throw refusal(file.problem)
  return file
}

function refusal(problem: AttachmentProblem): Invalid {
  return new Invalid([attachmentProblem(problem, '/file')])
}
