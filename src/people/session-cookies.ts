import type { CookieOptions, Request, Response } from 'express'
import { readKnownBrowser, type KnownBrowser } from './known-browser.ts'
import { isSessionToken } from './session-token.ts'

const BROWSER_DAYS = 400

/** What the browser holds of the session, well-formed or not at all. */
export function readSessionCookie(request: Request, response: Response): string | null {
  const token = cookiesOf(request)[cookieName('personal', response)]
  return isSessionToken(token) ? token : null
}

/** Until the browser closes; the server ends it sooner. */
export function giveSessionCookie(response: Response, token: string): void {
  response.cookie(cookieName('personal', response), token, optionsOf(response))
}

export function takeSessionCookie(response: Response): void {
  response.clearCookie(cookieName('personal', response), optionsOf(response))
}

export function readBrowserCookie(request: Request, response: Response): KnownBrowser | null {
  return readKnownBrowser(cookiesOf(request)[cookieName('equipo', response)])
}

export function giveBrowserCookie(response: Response, value: string): void {
  const maxAge = BROWSER_DAYS * 24 * 3_600_000
  response.cookie(cookieName('equipo', response), value, { ...optionsOf(response), maxAge })
}

/** `__Host-`: no other host and no page without https can put one in its place. */
function cookieName(name: string, { locals }: Response): string {
  return locals.secureCookies ? `__Host-${name}` : name
}

function optionsOf({ locals }: Response): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: locals.secureCookies, path: '/' }
}

function cookiesOf(request: Request): Record<string, unknown> {
  return (request.cookies ?? {}) as Record<string, unknown>
}
