import type { Response } from 'express'
import { z } from 'zod'
import { Invalid, NotFound, type FieldProblem } from '../../platform/errors.ts'
import { formErrors, render, type Guard, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { findInstallationCode, installFirstAdmin } from '../actions/install-first-admin.ts'
import { shortestPassword } from '../password-rules.ts'
import { signInUrl } from '../urls.ts'
import { emailAddress, passwordField, readForm, required, typedIn } from './read-form.ts'

const form = z.object({
  code: required(100),
  name: required(120),
  email: emailAddress,
  password: passwordField,
})

/** Whoever holds the code of the console, until there is an administrator. */
export function beforeFirstAdmin(system: System): Guard {
  return async () => {
    if ((await findInstallationCode(system)) === null) throw new NotFound()
  }
}

export const showInstall: Page = (_request, response) => sendInstall(response, {}, [])

export function takeInstall(system: System): Page {
  return async (request, response) => {
    const typed = typedIn(request, ['code', 'name', 'email'])
    const { values, problems } = readForm(request, form)
    if (!values) return sendInstall(response, typed, problems)
    const { code, ...newcomer } = values
    try {
      await installFirstAdmin(system, code, { ...newcomer, language: response.locals.lang })
    } catch (error) {
      if (error instanceof Invalid) return sendInstall(response, typed, error.problems)
      throw error
    }
    response.redirect(303, `${signInUrl}?listo=installed`)
  }
}

function sendInstall(
  response: Response,
  { code = '', name = '', email = '' }: { code?: string; name?: string; email?: string },
  problems: readonly FieldProblem[],
): void {
  const view = {
    title: response.locals.t('people.install.title'),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'people.problems'),
    shortestPassword,
    code,
    name,
    email,
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'people/install', view, { status, layout: 'staff' })
}
