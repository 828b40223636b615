import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'

const COOKIE = 'sid'
const WELL_FORMED = /^[\w-]{32}$/

/**
 * Names the visitor's browser until it closes: the signed-in session if there is one, else the
 * random cookie. Null when a visitor has only been reading.
 */
export function sessionIdentifier(request: Request): string | null {
  const signedIn = request.res?.locals.sessionId
  if (signedIn) return signedIn
  const cookies = request.cookies as Record<string, unknown> | undefined
  const sid = cookies?.[COOKIE]
  return typeof sid === 'string' && WELL_FORMED.test(sid) ? sid : null
}

/** As above, and gives the visitor a cookie when there is none: called when a form is opened. */
export function openSession(request: Request, response: Response): string {
  const known = sessionIdentifier(request)
  if (known) return known
  const sid = randomBytes(24).toString('base64url')
  response.cookie(COOKIE, sid, {
    httpOnly: true,
    sameSite: 'lax',
    secure: response.locals.secureCookies,
  })
  const cookies = (request.cookies ?? {}) as Record<string, unknown>
  request.cookies = { ...cookies, [COOKIE]: sid }
  return sid
}
