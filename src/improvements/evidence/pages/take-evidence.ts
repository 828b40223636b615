import type { Request } from 'express'
import { z } from 'zod'
import { attachmentProblem, uploadOf, type UploadedFile } from '../../../attachments/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid, type FieldProblem } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { line, optionalDay, optionalLine, readForm, ticked } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { keepEvidence } from '../actions/keep-evidence.ts'
import { pairPhotos } from '../actions/pair-photos.ts'
import type { EvidenceSubject } from '../evidence.ts'

const words = z.object({
  caption: optionalLine(200),
  spot: optionalLine(120),
  takenOn: optionalDay,
  isPublic: ticked,
})

const pair = z.object({ pairSpot: line(120), beforeId: line(40), afterId: line(40) })

interface Taking {
  deed: StaffDeed
  today: PlainDate
  centreId: string | null
  about: EvidenceSubject
}

/** Whether the form brought a file, for forms in which one may be left out. */
export function broughtFile(request: Request): boolean {
  return uploadedFile(request) !== null
}

/**
 * Takes the form of `improvements/evidence/panel.ejs`: a file with its words, or two photos that show the same
 * spot. The route before it carries `receiveUpload(system, { maxFiles: 1 })`. Gives what is wrong with it.
 */
export async function takeEvidence(
  system: System,
  request: Request,
  taking: Taking,
): Promise<readonly FieldProblem[]> {
  const { afterId } = (request.body ?? {}) as Record<string, unknown>
  try {
    if (afterId !== undefined) return await takePair(system, request, taking)
    return await takeFile(system, request, taking)
  } catch (error) {
    if (error instanceof Invalid) return error.problems
    throw error
  }
}

async function takePair(system: System, request: Request, { deed, about }: Taking) {
  const { values, problems } = readForm(request, pair)
  if (!values) return problems
  if (!isId(values.beforeId)) return [unknownPhoto('beforeId')]
  if (!isId(values.afterId)) return [unknownPhoto('afterId')]
  const { beforeId, afterId, pairSpot: spot } = values
  await pairPhotos(system, deed, { about, spot, beforeId, afterId })
  return []
}

const unknownPhoto = (field: 'beforeId' | 'afterId'): FieldProblem => ({
  field,
  code: 'unknown',
  text: `improvements-evidence.problems.${field}.unknown`,
})

async function takeFile(
  system: System,
  request: Request,
  { deed, today, centreId, about }: Taking,
) {
  const { values, problems } = readForm(request, words)
  if (uploadOf(request).broken) return [attachmentProblem('attachment_broken', 'file')]
  const file = uploadedFile(request)
  if (!file) return [attachmentProblem('attachment_missing', 'file')]
  if (file.problem) return [attachmentProblem(file.problem, 'file')]
  if (!values) return problems
  await keepEvidence(system, { deed, today }, { ...values, centreId, about, file })
  return []
}

/** Browsers send a nameless file where none was chosen. */
function uploadedFile(request: Request): UploadedFile | null {
  const [file] = uploadOf(request).files
  return !file || (file.name === '' && !file.problem) ? null : file
}
