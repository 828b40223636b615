import type { Request, Response } from 'express'
import { followUrl } from '../../case-urls.ts'

const COOKIE = 'hecho'
const SECONDS = 60

/** What was done just now; the next page says so, once. */
export type Done = 'correction' | 'information' | 'withdrawal' | 'erasure' | 'rating' | 'review'

const ALL: readonly string[] = [
  'correction',
  'information',
  'withdrawal',
  'erasure',
  'rating',
  'review',
] satisfies Done[]

export function tellDone(response: Response, done: Done): void {
  response.cookie(COOKIE, done, { ...options(response), maxAge: SECONDS * 1000 })
}

export function takeDone(request: Request, response: Response): Done | null {
  const cookies = request.cookies as Record<string, unknown> | undefined
  const done = cookies?.[COOKIE]
  if (typeof done !== 'string') return null
  response.clearCookie(COOKIE, options(response))
  return ALL.includes(done) ? (done as Done) : null
}

function options({ locals }: Response) {
  return {
    path: followUrl,
    httpOnly: true,
    sameSite: 'lax',
    secure: locals.secureCookies,
  } as const
}
