import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import {
  Invalid,
  NotAllowed,
  NotFound,
  TooMany,
  WrongState,
  type FieldProblem,
} from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { followCase } from '../../follow-case.ts'
import { tellDone } from './done-cookie.ts'
import { casePath } from './follow-urls.ts'
import { keptFiles, removeFile, takeFilesIn } from './reply-files.ts'
import { renderAgain } from './secret-again.ts'
import { renderMoved } from './moved.ts'
import { renderStep } from './show-step.ts'
import type { StepPage } from './step-page.ts'
import { typedIn, type Typed } from '../typed-in.ts'
import { openVisit, visitOf, type Visit } from './visit.ts'

/** What a person sends about a case. Whatever is wrong with it, what was typed comes back. */
export function sendStep(system: System, page: StepPage): Page {
  return async (request, response) => {
    const visit = await visitOrSecret(system, request, response, page)
    if (!visit) return
    const form = readForm(request, page)
    const problems = page.takesFiles ? await changeFiles(system, request, visit, form) : []
    if (form.staysHere || response.locals.onlyLanguage) {
      return renderStep(system, response, visit, page, { ...form, problems })
    }
    await send(system, response, visit, page, form, problems)
  }
}

interface SentForm {
  typed: Typed
  sendingId: string
  /** The length of the history that the person had before them. */
  seen: number
  removed: string
  /** Files are added or taken out, and nothing is sent yet. */
  staysHere: boolean
}

function readForm(request: Request, page: StepPage): SentForm {
  const {
    sending = '',
    seen = '',
    then = '',
    remove = '',
  } = typedIn(request, ['sending', 'seen', 'then', 'remove'])
  return {
    typed: typedIn(request, page.fields),
    sendingId: isId(sending) ? sending : randomUUID(),
    seen: /^\d{1,6}$/.test(seen) ? Number(seen) : 0,
    removed: remove,
    staysHere: page.takesFiles && (then === 'attach' || remove !== ''),
  }
}

async function changeFiles(
  system: System,
  request: Request,
  { item }: Visit,
  { sendingId, removed }: SentForm,
): Promise<FieldProblem[]> {
  const reply = { ...item, sendingId }
  if (removed !== '') await removeFile(system, reply, removed)
  return takeFilesIn(system, request, reply)
}

async function send(
  system: System,
  response: Response,
  visit: Visit,
  page: StepPage,
  form: SentForm,
  problemsSoFar: readonly FieldProblem[],
): Promise<void> {
  const { item, now } = visit
  const { typed, sendingId } = form
  const files = await keptFiles(system, { ...item, sendingId })
  const problems = [...page.check(typed, files), ...problemsSoFar]
  if (problems.length > 0) {
    return renderStep(system, response, visit, page, { typed, sendingId, problems })
  }
  const { administrationId, caseNumber } = item
  try {
    await page.take(system, { administrationId, caseNumber, sendingId }, { typed, files }, now)
  } catch (error) {
    if (error instanceof WrongState || error instanceof NotAllowed) {
      return renderMoved(system, response, visit, page, form)
    }
    if (!(error instanceof Invalid)) throw error
    const { problems: refused } = error
    return renderStep(system, response, visit, page, { typed, sendingId, problems: refused })
  }
  tellDone(response, page.doneWith?.(typed) ?? page.name)
  response.redirect(303, casePath(caseNumber))
}

/** The visit ended while the person wrote: the secret is asked for once more, and nothing is lost. */
async function visitOrSecret(
  system: System,
  request: Request,
  response: Response,
  page: StepPage,
): Promise<Visit | null> {
  const open = await openVisit(system, request, response)
  if (open) return open
  const { secret = '' } = typedIn(request, ['secret'])
  if (secret === '') {
    renderAgain(request, response, page, { status: 401 })
    return null
  }
  try {
    const number = String(request.params['caseNumber'])
    return await visitOf(system, response, await followCase(system, number, secret, system.clock()))
  } catch (error) {
    if (!(error instanceof NotFound) && !(error instanceof TooMany)) throw error
    renderAgain(request, response, page, { refusal: error })
    return null
  }
}
