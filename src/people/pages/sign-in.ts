import type { Request, Response } from 'express'
import { z } from 'zod'
import { TooMany } from '../../platform/errors.ts'
import {
  keepLanguage,
  noErrors,
  render,
  type FormErrors,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { signIn, type SignInOutcome } from '../actions/sign-in.ts'
import { browserName } from '../browser-name.ts'
import { giveBrowserCookie, giveSessionCookie, readBrowserCookie } from '../session-cookies.ts'
import { hashSessionToken } from '../session-token.ts'
import { isSecondFactorDue } from '../second-factor/is-due.ts'
import { findStaffSession } from '../staff-store.ts'
import { newPasswordUrl, startUrl } from '../urls.ts'
import { readDraft, writeDraft, type Draft } from './draft.ts'
import { noticeOf } from './notice-of.ts'
import { oneLine, readForm, typedIn } from './read-form.ts'
import { safeReturn } from './safe-return.ts'
import { sendToSecondFactor } from './second-factor.ts'
import { showDraft } from './sent-draft.ts'
import { waitText } from './wait-text.ts'

const form = z.object({
  email: oneLine(254).pipe(z.string().min(1, 'required')),
  password: z.preprocess(
    (typed) => (typeof typed === 'string' ? typed : ''),
    z.string().min(1, 'required'),
  ),
})

export interface SignInModel {
  email?: string
  returnTo?: string | null
  draft?: Draft | null
  /** A whole sentence above the form. */
  problem?: string | null
  notice?: string | null
  errors?: FormErrors
}

export const showSignIn: Page = (request, response) => {
  const { t, staffSession } = response.locals
  const returnTo = safeReturn(request.query.volver)
  if (staffSession) return response.redirect(303, returnTo ?? startUrl)
  sendSignIn(response, { returnTo, notice: noticeOf(request, t) })
}

export function sendSignIn(response: Response, model: SignInModel, status = 200): void {
  const { t } = response.locals
  const {
    email = '',
    returnTo = null,
    draft = null,
    problem = null,
    notice = null,
    errors = noErrors,
  } = model
  const view = {
    title: t('people.sign_in.title'),
    error: problem !== null || errors.summary.length > 0,
    email,
    returnTo,
    draft: draft ? writeDraft(draft) : null,
    problem,
    notice,
    errors,
  }
  render(response, 'people/sign-in', view, { status, layout: 'staff' })
}

export function takeSignIn(system: System): Page {
  return async (request, response) => {
    const { t } = response.locals
    const typed = typedIn(request, ['email', 'volver', 'draft'])
    const kept = {
      email: typed.email,
      returnTo: safeReturn(typed.volver),
      draft: readDraft(typed.draft),
    }
    const { values } = readForm(request, form)
    if (!values)
      return sendSignIn(response, { ...kept, problem: t('people.sign_in.incomplete') }, 422)
    const signed = await attempt(system, request, response, values)
    if (signed.outcome === 'wait') {
      response.set('Retry-After', String(signed.seconds))
      const problem = t('people.sign_in.wait', { wait: waitText(t, signed.seconds) })
      return sendSignIn(response, { ...kept, problem }, 429)
    }
    if (signed.outcome === 'refused') {
      return sendSignIn(response, { ...kept, problem: t('people.sign_in.refused') }, 422)
    }
    welcome(response, signed)
    if (signed.account.mustChangePassword) return response.redirect(303, newPasswordUrl)
    const session = await findStaffSession(
      system.db,
      hashSessionToken(signed.token),
      system.clock(),
    )
    if (session && isSecondFactorDue(session)) return sendToSecondFactor(response, session, kept)
    if (kept.draft) return showDraft(response, kept.draft)
    response.redirect(303, kept.returnTo ?? startUrl)
  }
}

async function attempt(
  system: System,
  request: Request,
  response: Response,
  { email, password }: z.output<typeof form>,
): Promise<SignInOutcome> {
  const { staffSession } = response.locals
  try {
    return await signIn(system, {
      email,
      password,
      address: request.ip ?? '',
      browser: browserName(request.get('user-agent')),
      knownBrowser: readBrowserCookie(request, response),
      replaces: staffSession
        ? { accountId: staffSession.staff.accountId, sessionId: staffSession.sessionId }
        : null,
    })
  } catch (error) {
    if (error instanceof TooMany) return { outcome: 'wait', seconds: error.retryAfterSeconds }
    throw error
  }
}

function welcome(response: Response, signed: SignInOutcome & { outcome: 'signed_in' }): void {
  const { locals } = response
  giveSessionCookie(response, signed.token)
  giveBrowserCookie(response, signed.browserCookie)
  keepLanguage(response, signed.account.language, locals)
  // what this answer still shows belongs to the new session
  locals.sessionId = hashSessionToken(signed.token).toString('hex')
}
