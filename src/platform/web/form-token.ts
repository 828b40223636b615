import { doubleCsrf } from 'csrf-csrf'
import type { Request, RequestHandler, Response } from 'express'
import { ExpectedError } from '../errors.ts'
import { isMachineInterface } from './language.ts'
import { openSession, sessionIdentifier } from './session-cookie.ts'

export const TOKEN_FIELD = '_token'

/** The form was sent from another site, or the browser forgot its session in between. */
export class FormRefused extends ExpectedError {
  readonly status = 403
  readonly code = 'form_refused'
}

export interface FormTokens {
  issue: (request: Request, response: Response) => string
  check: (request: Request) => boolean
}

export function formTokens(options: { secret: string; secureCookies: boolean }): FormTokens {
  const csrf = doubleCsrf({
    getSecret: () => options.secret,
    getSessionIdentifier: (request) => sessionIdentifier(request) ?? '',
    cookieName: 'form',
    cookieOptions: { sameSite: 'lax', path: '/', secure: options.secureCookies, httpOnly: true },
    getCsrfTokenFromRequest: tokenInBody,
  })
  // a page with several forms has one token: another one would take the cookie from the first
  const issued = new WeakMap<Response, string>()
  return {
    issue: (request, response) => {
      openSession(request, response)
      const token =
        issued.get(response) ??
        csrf.generateCsrfToken(request, response, { validateOnReuse: false })
      issued.set(response, token)
      return token
    },
    check: (request) => sessionIdentifier(request) !== null && csrf.validateRequest(request),
  }
}

/**
 * Stands between the reading of the body (also multipart) and the page. The machine interface
 * carries no cookie that a stolen form could use, so it needs no token.
 */
export const checkFormToken: RequestHandler = (request, response, next) => {
  const harmless = request.method === 'GET' || request.method === 'HEAD'
  if (harmless || isMachineInterface(request) || response.locals.withoutSession) return next()
  if (!response.locals.formTokens.check(request)) throw new FormRefused()
  next()
}

function tokenInBody(request: Request): string | undefined {
  const body = request.body as Record<string, unknown> | undefined
  const token = body?.[TOKEN_FIELD]
  return typeof token === 'string' ? token : undefined
}
