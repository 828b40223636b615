import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotSignedIn, type FieldProblem } from '../../platform/errors.ts'
import { languages, translator } from '../../platform/i18n/index.ts'
import { formErrors, keepLanguage, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { changePassword } from '../actions/change-password.ts'
import { changeProfile } from '../actions/change-profile.ts'
import { signOut } from '../actions/sign-out.ts'
import { requireStaff } from '../guards.ts'
import { shortestPassword } from '../password-rules.ts'
import { listSessions } from '../session-store.ts'
import type { StaffSession } from '../staff-store.ts'
import { myAccountUrl, secondFactorUrl, startUrl } from '../urls.ts'
import { noticeOf } from './notice-of.ts'
import { passwordField, readForm, required } from './read-form.ts'
import { sessionRows } from './session-view.ts'

const profileForm = z.object({ name: required(120), language: z.enum(languages, 'required') })

export const passwordForm = z.object({
  current_password: passwordField,
  new_password: passwordField,
})

export function showMyAccount(system: System): Page {
  return (request, response) => sendMyAccount(system, request, response)
}

export function takeProfile(system: System): Page {
  return async (request, response) => {
    const { values, problems } = readForm(request, profileForm)
    if (!values) return sendMyAccount(system, request, response, problems)
    await changeProfile(system, requireStaff(response).accountId, values)
    keepLanguage(response, values.language, response.locals)
    response.redirect(303, `${myAccountUrl}?listo=profile_changed`)
  }
}

export function takePassword(system: System): Page {
  return async (request, response) => {
    const problems = await tryPassword(system, request, requireSession(response))
    if (problems.length > 0) return sendMyAccount(system, request, response, problems)
    response.redirect(303, `${myAccountUrl}?listo=password_changed`)
  }
}

/** A box that is not ticked sends nothing. */
export function takePageKeys(system: System): Page {
  return async (request, response) => {
    const { values } = readForm(request, z.object({ page_keys: z.literal('si').optional() }))
    const pageKeys = values?.page_keys === 'si'
    await changeProfile(system, requireStaff(response).accountId, { pageKeys })
    response.redirect(303, `${myAccountUrl}?listo=${pageKeys ? 'keys_on' : 'keys_off'}`)
  }
}

/** One session by its id, or all but this one. */
export function takeEndOfSessions(system: System): Page {
  return async (request, response) => {
    const { sessionId, staff } = requireSession(response)
    const { values } = readForm(request, z.object({ session: z.uuid().optional() }))
    const which = values?.session ? { only: values.session } : { except: sessionId }
    await signOut(system, staff.accountId, which)
    response.redirect(303, `${myAccountUrl}?listo=sessions_ended`)
  }
}

export async function tryPassword(
  system: System,
  request: Request,
  { staff, sessionId }: StaffSession,
): Promise<FieldProblem[]> {
  const { values, problems } = readForm(request, passwordForm)
  if (!values) return problems
  const { current_password: current, new_password: next } = values
  const refused = await changePassword(system, staff.accountId, { current, next, sessionId })
  const fields: Record<string, string> = { current: 'current_password', next: 'new_password' }
  return refused.map((problem) => ({ ...problem, field: fields[problem.field] ?? problem.field }))
}

async function sendMyAccount(
  system: System,
  request: Request,
  response: Response,
  problems: FieldProblem[] = [],
): Promise<void> {
  const { t, lang } = response.locals
  const { staff, sessionId, pageKeys } = requireSession(response)
  const body = (request.body ?? {}) as Record<string, unknown>
  const name = typeof body.name === 'string' ? body.name : staff.name
  const language = typeof body.language === 'string' ? body.language : staff.language
  const now = system.clock()
  const view = {
    title: t('people.my_account.title'),
    backUrl: startUrl,
    error: problems.length > 0,
    notice: noticeOf(request, t),
    errors: formErrors(response, problems, 'people.problems'),
    email: staff.email,
    name,
    languageChoices: languages.map((code) => ({
      value: code,
      text: translator(code)('layout.language_name'),
      checked: code === language,
    })),
    shortestPassword,
    pageKeys,
    sessions: sessionRows(await listSessions(system.db, staff.accountId, now), {
      t,
      lang,
      sessionId,
      timeZone: staff.workplaces[0]?.timeZone ?? 'UTC',
    }),
    urls: {
      profile: myAccountUrl,
      password: `${myAccountUrl}/clave`,
      keys: `${myAccountUrl}/atajos`,
      sessions: `${myAccountUrl}/sesiones`,
      secondFactor: secondFactorUrl,
    },
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'people/my-account', view, { status, layout: 'staff' })
}

function requireSession({ locals }: Response): StaffSession {
  if (!locals.staffSession) throw new NotSignedIn()
  return locals.staffSession
}
