import type { Request, Response } from 'express'
import {
  acceptedExtensions,
  attachmentProblem,
  MAX_FILE_BYTES,
  MAX_FILES_PER_FILING,
  receiveAttachment,
  removeDraftAttachment,
  uploadOf,
  type AttachmentProblem,
} from '../../../attachments/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { noErrors, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { keepAnswers } from '../../actions/keep-answers.ts'
import { filesStep } from './files-step.ts'
import { keptFiles, sizeOf } from './kept-files.ts'
import { goToOpenStep, whereNext } from './question.ts'
import { typedIn } from '../typed-in.ts'
import { isChanging } from './read-form.ts'
import { errorsOf } from './show-step.ts'
import { CHECK_ADDRESS, isReachable, previousUrl, progressOf, stepUrl } from './steps.ts'
import { makeOwner, openVisit, type Visit } from './visit.ts'

const FIELD = 'file'

export function showFiles(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    if (!isReachable(filesStep, visit)) return goToOpenStep(request, response, visit)
    await show(system, request, response, visit, [])
  }
}

/** Keeps the files that came, one by one, then stays or goes on as the button says. */
export function addFiles(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    const { then } = typedIn(request, ['then'])
    const draftId = await keep(system, request, response, visit, then === 'next')
    const problems = await takeIn(system, request, visit, draftId, then === 'next')
    const fresh = await openVisit(system, request, response)
    if (problems.length > 0) return show(system, request, response, fresh, problems)
    const here = stepUrl(visit, filesStep.address)
    const goesOn = whereNext(filesStep, fresh, isChanging(request))
    response.redirect(
      303,
      then === 'next' ? goesOn : isChanging(request) ? `${here}?cambiar=1` : here,
    )
  }
}

export function removeFile(system: System): Page {
  return async (request, response) => {
    const now = system.clock()
    const { rules, draft, slug } = await openVisit(system, request, response)
    const { attachment = '' } = typedIn(request, ['attachment'])
    if (draft) {
      const { administrationId } = rules.administration
      const removal = { administrationId, draftId: draft.draftId, attachmentId: attachment }
      await removeDraftAttachment(system, removal, now)
    }
    const here = stepUrl({ slug }, filesStep.address)
    response.redirect(303, isChanging(request) ? `${here}?cambiar=1` : here)
  }
}

/** Files belong to a draft, so there is one from the first file on. */
function keep(
  system: System,
  request: Request,
  response: Response,
  visit: Visit,
  done: boolean,
): Promise<string> {
  const owner = makeOwner(system, request, response, visit.rules)
  const answers = done ? { filesDone: true } : {}
  return keepAnswers(system, owner, answers, system.clock())
}

async function takeIn(
  system: System,
  request: Request,
  { rules }: Visit,
  draftId: string,
  goesOn: boolean,
): Promise<FieldProblem[]> {
  const { files, broken } = uploadOf(request)
  const problems: AttachmentProblem[] = broken ? ['attachment_broken'] : []
  // a browser sends an empty part for a field that was left alone
  const chosen = files.filter(({ name }) => name !== '')
  if (chosen.length === 0 && !goesOn && !broken) problems.push('attachment_missing')
  for (const { name, path, problem } of chosen) {
    const { administrationId } = rules.administration
    const sent = { administrationId, draftId, name, path }
    const refused = problem ?? (await receiveAttachment(system, sent, system.clock())).problem
    if (refused) problems.push(refused)
  }
  return problems.map((problem) => attachmentProblem(problem, `/${FIELD}`))
}

async function show(
  system: System,
  request: Request,
  response: Response,
  visit: Visit,
  problems: readonly FieldProblem[],
): Promise<void> {
  const changing = isChanging(request)
  const files = await keptFiles(system, visit)
  const url = stepUrl(visit, filesStep.address)
  const query = changing ? '?cambiar=1' : ''
  render(
    response,
    'cases/filing/files',
    {
      title: visit.t('filing.files.title'),
      error: problems.length > 0,
      backUrl: changing ? stepUrl(visit, CHECK_ADDRESS) : previousUrl(filesStep, visit),
      progress: progressOf(filesStep, visit),
      errors: problems.length > 0 ? errorsOf(response, filesStep, visit, {}, problems) : noErrors,
      notice: null,
      action: url + query,
      removeAction: `${url}/quitar${query}`,
      accept: acceptedExtensions().join(','),
      limits: { files: MAX_FILES_PER_FILING, megabytes: MAX_FILE_BYTES / 1024 / 1024 },
      isFull: files.length >= MAX_FILES_PER_FILING,
      files: files.map((file) => ({
        id: file.attachmentId,
        name: file.name,
        size: sizeOf(file, visit.language),
      })),
    },
    { status: problems.length > 0 ? 422 : 200 },
  )
}
