import { randomUUID } from 'node:crypto'
import type { Response } from 'express'
import {
  acceptedExtensions,
  MAX_FILE_BYTES,
  MAX_FILES_PER_FILING,
} from '../../../attachments/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formErrors, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { askForSecret } from './enter.ts'
import { casePath, stepPath } from './follow-urls.ts'
import { keptFiles } from './reply-files.ts'
import type { StepPage } from './step-page.ts'
import type { Typed } from '../typed-in.ts'
import { openVisit, type Visit } from './visit.ts'

const MEGABYTE = 1024 * 1024

export function showStep(system: System, page: StepPage): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    if (!visit) return askForSecret(system, request, response)
    const { caseNumber } = visit.item
    if (!visit.actions.has(page.action)) return response.redirect(303, casePath(caseNumber))
    await renderStep(system, response, visit, page, { typed: {}, sendingId: randomUUID() })
  }
}

export interface ShownForm {
  typed: Typed
  /** Of this form, however often it is shown again. */
  sendingId: string
  problems?: readonly FieldProblem[]
}

export async function renderStep(
  system: System,
  response: Response,
  visit: Visit,
  page: StepPage,
  { typed, sendingId, problems = [] }: ShownForm,
): Promise<void> {
  const { item, t } = visit
  const { files } = await keptFiles(system, { ...item, sendingId })
  render(
    response,
    `cases/follow/${page.name}`,
    {
      title: t(`follow.${page.name}.title`),
      error: problems.length > 0,
      backUrl: casePath(item.caseNumber),
      caseNumber: item.caseNumber,
      action: stepPath(item.caseNumber, page.address),
      errors: formErrors(response, problems, 'follow.problems'),
      hidden: { sending: sendingId, seen: String(item.historyLength) },
      typed: { ...Object.fromEntries(page.fields.map((name) => [name, ''])), ...typed },
      files,
      limits: { files: MAX_FILES_PER_FILING, megabytes: MAX_FILE_BYTES / MEGABYTE },
      accept: acceptedExtensions().join(','),
      ...(await page.model(system, visit)),
    },
    {
      status: problems.length > 0 ? 422 : 200,
      typed: { ...typed, sending: sendingId, seen: String(item.historyLength) },
    },
  )
}
