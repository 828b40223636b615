import type { CookieOptions, Request, Response } from 'express'
import { tokenIn } from '../token.ts'

/** Carries a new token from its form to the page that shows it, once: a page loaded anew makes no other. */

const COOKIE = 'new_token'
const ONE_MINUTE_MS = 60_000

export function keepMade(response: Response, path: string, token: string): void {
  response.cookie(COOKIE, token, { ...options(response, path), maxAge: ONE_MINUTE_MS })
}

/** And takes it away: nobody sees it again. */
export function takeMade(request: Request, response: Response, path: string): string | null {
  const kept = (request.cookies as Record<string, unknown>)[COOKIE]
  if (typeof kept !== 'string') return null
  response.clearCookie(COOKIE, options(response, path))
  return tokenIn(`Bearer ${kept}`)
}

function options(response: Response, path: string): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', secure: response.locals.secureCookies, path }
}
