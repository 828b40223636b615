import type { Response } from 'express'
import { NotSignedIn, type FieldProblem } from '../../platform/errors.ts'
import { formErrors, render, type Guard, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { shortestPassword } from '../password-rules.ts'
import { newPasswordUrl, startUrl } from '../urls.ts'
import { tryPassword } from './my-account.ts'

/** Who signed in, also with a one-time password that is still to be changed. */
export const signedInSomehow: Guard = (_request, { locals }) => {
  if (!locals.staffSession) throw new NotSignedIn()
}

export const showNewPassword: Page = (_request, response) => {
  if (!isDue(response)) return response.redirect(303, startUrl)
  sendNewPassword(response)
}

export function takeNewPassword(system: System): Page {
  return async (request, response) => {
    const { staffSession } = response.locals
    // sent twice
    if (!staffSession || !isDue(response)) return response.redirect(303, startUrl)
    const problems = await tryPassword(system, request, staffSession)
    if (problems.length > 0) return sendNewPassword(response, problems)
    response.redirect(303, startUrl)
  }
}

function isDue({ locals }: Response): boolean {
  return locals.staffSession?.mustChangePassword ?? false
}

function sendNewPassword(response: Response, problems: FieldProblem[] = []) {
  const { t } = response.locals
  const view = {
    title: t('people.new_password.title'),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'people.problems'),
    shortestPassword,
    action: newPasswordUrl,
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'people/new-password', view, { status, layout: 'staff' })
}
