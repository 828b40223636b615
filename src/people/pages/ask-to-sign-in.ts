import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import multer from 'multer'
import { NotSignedIn } from '../../platform/errors.ts'
import { FormRefused, wantsDocument } from '../../platform/web/index.ts'
import { draftOf } from './draft.ts'
import { safeReturn } from './safe-return.ts'
import { showDraft } from './sent-draft.ts'
import { sendCodeForm } from './second-factor.ts'
import { sendSignIn } from './sign-in.ts'
import { newPasswordUrl, secondFactorUrl, signInUrl } from '../urls.ts'

/**
 * Before the error page: who must sign in is shown where, and comes back to the page asked for. A
 * form that came too late is not lost: what was typed waits in the sign-in page, which sends it
 * back to the server only with the person's own click.
 */
export const askToSignIn: ErrorRequestHandler = async (error: unknown, request, response, next) => {
  if (wantsDocument(request)) return next(error)
  if (error instanceof FormRefused && response.locals.staff) {
    return (await offerDraft(request, response)) || next(error)
  }
  if (!(error instanceof NotSignedIn)) return next(error)
  if (response.locals.staffSession?.mustChangePassword) {
    return response.redirect(303, newPasswordUrl)
  }
  const door = response.locals.staffSession ? secondFactorUrl : signInUrl
  if (request.method === 'GET' || request.method === 'HEAD') {
    const asked = safeReturn(request.originalUrl)
    const query = asked && asked !== '/personal' ? `?volver=${encodeURIComponent(asked)}` : ''
    return response.redirect(303, door + query)
  }
  await readFields(request, response)
  const { t, formTokens } = response.locals
  // a form of another site carries no token of this browser: nothing of it is shown
  const draft = formTokens.check(request) ? draftOf(request) : null
  const returnTo = safeReturn(request.get('referer')?.replace(/^https?:\/\/[^/]+/, ''))
  if (response.locals.staffSession) return sendCodeForm(response, { draft, returnTo }, 401)
  const notice = t(draft ? 'people.sign_in.session_over_kept' : 'people.sign_in.session_over')
  sendSignIn(response, { draft, returnTo, notice }, 401)
}

/**
 * Somebody signed in again in another window, so that this form's token is an old one. The
 * session's cookie is only sent from our own pages (SameSite), and nothing is done without a click.
 */
async function offerDraft(request: Request, response: Response): Promise<boolean> {
  await readFields(request, response)
  const draft = draftOf(request)
  if (draft) showDraft(response, draft)
  return draft !== null
}

const fieldsOnly: RequestHandler = multer({
  fileFilter: (_request, _file, decide) => decide(null, false),
  limits: { fieldSize: 200_000, fields: 500 },
}).any()

/** A form with files was refused before it was read. */
async function readFields(request: Request, response: Response): Promise<void> {
  if (request.body !== undefined || !request.is('multipart/form-data')) return
  await new Promise<void>((resolve, reject) => {
    void fieldsOnly(request, response, (error?: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('The form could not be read'))
      else resolve()
    })
  })
}
