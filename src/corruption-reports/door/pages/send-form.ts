import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formErrors, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { canSealIdentity } from '../../sealing/index.ts'
import { sealAndFile } from '../actions/seal-and-file.ts'
import { doorState, type DoorState } from '../openness.ts'
import { plainReport } from '../plain-report.ts'
import { exclusionsOf, problemsOf, typedReport, type TypedReport } from '../report-form.ts'
import { openVisit, type Visit } from '../visit.ts'
import { doorView } from './door-view.ts'
import { formPage } from './form-view.ts'
import { areTooMany, filesOf } from './read-body.ts'
import { receiptView } from './receipt-view.ts'

type OpenDoor = Extract<DoorState, { open: true }>

/**
 * What is sent to the door without a script: the words that somebody brings from the ordinary book,
 * the wish for the form, or the whole report. All at one address, and nothing kept on the way.
 */
export function answerDoor(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    const typed = typedReport((request.body ?? {}) as Record<string, unknown>)
    const state = await doorState(system, visit)
    const { page } = (request.body ?? {}) as { page?: unknown }
    if (state.open && page === 'send') {
      await sendForm(system, visit, state, { request, response, typed })
    } else if (state.open && page === 'form') {
      const { narration } = typed
      render(
        response,
        'corruption-reports/door/form',
        formPage(visit, state.directory, { narration }),
      )
    } else {
      render(response, 'corruption-reports/door/door', doorView(visit, state, typed.narration))
    }
  }
}

interface Sent {
  request: Request
  response: Response
  typed: TypedReport
}

async function sendForm(system: System, visit: Visit, state: OpenDoor, sent: Sent): Promise<void> {
  const { directory } = state
  const { request, response, typed } = sent
  const out = exclusionsOf(typed, directory)
  const report = plainReport(typed, out, visit.lang)
  const files = filesOf(request)
  const requires = visit.rules.regime.corruption?.admissible.requires ?? []
  const problems: FieldProblem[] = problemsOf(typed, report, { directory, requires })
  if (report.identity && problems.length === 0 && !canSealIdentity(directory, out)) {
    problems.push({ field: 'names', code: 'too_few_custodians' })
  }
  if (areTooMany(files)) problems.push({ field: 'files', code: 'too_many' })
  else if (problems.length > 0 && files.length > 0) problems.push({ field: 'files', code: 'again' })
  if (problems.length > 0) {
    const errors = formErrors(response, problems, 'door.problems')
    const model = formPage(visit, directory, typed, errors)
    render(response, 'corruption-reports/door/form', { ...model, error: true }, { status: 422 })
    return
  }
  const { key } = request.body as { key?: unknown }
  const idempotencyKey = typeof key === 'string' && key !== '' ? key : randomUUID()
  const receipt = await sealAndFile(
    system,
    { rules: visit.rules, directory, report, files, idempotencyKey, channel: 'web' },
    system.clock(),
  )
  const view = receiptView(visit, receipt, directory.fingerprint)
  render(response, 'corruption-reports/door/receipt-page', view)
}
