import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import type { System } from '../../system.ts'

const COOKIE = 'seguimiento'
/** Enough to read and write; short enough for a shared computer. */
const MINUTES = 30
/** People who follow several cases see them side by side. */
const MOST_CASES = 10

type Followed = readonly [caseNumber: string, until: number]

/**
 * Whether the visitor matched number and secret of this case a short while ago. The cookie is sealed by
 * us and holds numbers and hours, never a secret.
 */
export function isFollowing(
  system: System,
  request: Request,
  caseNumber: string,
  now: Date,
): boolean {
  return followed(system, request, now).some(([number]) => number === caseNumber)
}

/** From now on, for a while; each look at the case begins it anew. */
export function rememberFollower(
  system: System,
  response: Response,
  caseNumber: string,
  now: Date,
): void {
  const others = followed(system, response.req, now).filter(([number]) => number !== caseNumber)
  const until = now.getTime() + MINUTES * 60_000
  const all: Followed[] = [[caseNumber, until] as const, ...others].slice(0, MOST_CASES)
  const text = Buffer.from(JSON.stringify(all)).toString('base64url')
  // without an age of its own: the browser drops it when it closes
  response.cookie(COOKIE, `${text}.${seal(system, text)}`, options(response))
}

/** On a shared screen nothing stays behind. */
export function forgetFollower(response: Response): void {
  response.clearCookie(COOKIE, options(response))
}

function followed(system: System, request: Request, now: Date): Followed[] {
  const cookies = request.cookies as Record<string, unknown> | undefined
  const cookie = cookies?.[COOKIE]
  const [text = '', given = ''] = typeof cookie === 'string' ? cookie.split('.') : []
  if (!isSame(given, seal(system, text))) return []
  const all = JSON.parse(Buffer.from(text, 'base64url').toString()) as Followed[]
  return all.filter(([, until]) => now.getTime() < until)
}

function seal({ secrets }: System, text: string): string {
  return createHmac('sha256', secrets.keyFor('follower-session')).update(text).digest('base64url')
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function options({ locals }: Response) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: locals.secureCookies,
  } as const
}
