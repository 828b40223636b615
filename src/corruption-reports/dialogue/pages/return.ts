import type { Request, Response } from 'express'
import { Invalid, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import { problemMessage, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { areTooMany, filesOf } from '../../door/pages/read-body.ts'
import { limits } from '../../door/report-form.ts'
import { openVisit, type Visit } from '../../door/visit.ts'
import { getOffice, type Office } from '../../office.ts'
import { requireSealed, type OpenSealed } from '../../sealed-database.ts'
import { deriveReceipt } from '../../sealing/index.ts'
import { speakInClear, type ToSay } from '../actions/speak-in-clear.ts'
import { withdrawReport } from '../actions/withdraw.ts'
import { issueReturnToken, openReturnToken } from '../return-token.ts'
import { dialogueView, enterView } from './dialogue-view.ts'

export function showReturn(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    render(response, 'corruption-reports/dialogue/enter', enterView(visit, null))
  }
}

/** Without a script: the ten words in a body, then a token that stands for them. */
export function answerReturn(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    const sealed = requireSealed(system)
    const now = system.clock()
    const body = (request.body ?? {}) as Body
    const office = await getOffice(system, visit.slug, now)
    if (body.token === undefined) return enter(sealed, visit, office, { body, now, response })
    const bits = openReturnToken(sealed.peppers, textOf(body.token), now)
    if (!bits) return refuse(response, visit, visit.t('dialogue.problems.expired'))
    await act(sealed, visit, office, { bits, body, request, response, now })
  }
}

interface Body {
  words?: unknown
  token?: unknown
  act?: unknown
  message?: unknown
  names?: unknown
  contact?: unknown
}

interface Sent {
  body: Body
  request: Request
  response: Response
  now: Date
}

async function enter(
  sealed: OpenSealed,
  visit: Visit,
  office: Office,
  { body, now, response }: Omit<Sent, 'request'>,
): Promise<void> {
  try {
    const words = textOf(body.words)
    const spoken = await speakInClear(sealed, office, words)
    const token = issueReturnToken(sealed.peppers, spoken.bits, now)
    render(response, 'corruption-reports/dialogue/dialogue', dialogueView(visit, spoken, { token }))
  } catch (error) {
    refuse(response, visit, problemMessage(response, wordsProblem(error), 'dialogue.problems'))
  }
}

function wordsProblem(error: unknown): FieldProblem {
  if (error instanceof NotFound) return { field: 'words', code: 'not_found' }
  if (error instanceof Invalid && error.problems[0]) return { ...error.problems[0], field: 'words' }
  throw error
}

function refuse(response: Response, visit: Visit, problem: string): void {
  render(response, 'corruption-reports/dialogue/enter', enterView(visit, problem), { status: 422 })
}

async function act(
  sealed: OpenSealed,
  visit: Visit,
  office: Office,
  { bits, body, request, response, now }: Sent & { bits: Uint8Array },
): Promise<void> {
  const { say, problem } = toSay(body, request)
  if (body.act === 'withdraw') {
    const { auth } = deriveReceipt(bits, visit.administrationId)
    await withdrawReport(sealed, office, auth)
  }
  const spoken = await speakInClear(sealed, office, bits, problem ? {} : say)
  const token = issueReturnToken(sealed.peppers, bits, now)
  const said = problem && problemMessage(response, problem, 'dialogue.problems')
  const view = dialogueView(visit, spoken, { token, problem: said })
  const status = problem ? 422 : 200
  render(response, 'corruption-reports/dialogue/dialogue', view, { status })
}

function toSay(body: Body, request: Request): { say: ToSay; problem: FieldProblem | null } {
  const message = textOf(body.message)
  const files = filesOf(request)
  const names = textOf(body.names)
  if (body.act === 'message') {
    const empty = message === '' && files.length === 0
    const problem = empty
      ? { field: 'message', code: 'required' }
      : message.length > limits.narration
        ? { field: 'message', code: 'too_long' }
        : areTooMany(files)
          ? { field: 'files', code: 'too_many' }
          : null
    return { say: { message, files }, problem }
  }
  if (body.act === 'identity') {
    const identity = { names, contact: textOf(body.contact) }
    return { say: { identity }, problem: names ? null : { field: 'names', code: 'required' } }
  }
  return { say: {}, problem: null }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
}
