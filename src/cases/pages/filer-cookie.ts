import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import type { System } from '../../system.ts'

const COOKIE = 'constancia'
/** Enough to read, print and write down; short enough for a shared computer. */
const MINUTES = 30
const PATH = '/seguimiento'

/** Lets whoever has just filed see the receipt of this case for a while, without typing the secret. */
export function rememberFiler(
  system: System,
  response: Response,
  caseNumber: string,
  filedAt: Date,
): void {
  const until = filedAt.getTime() + MINUTES * 60_000
  response.cookie(COOKIE, `${caseNumber}.${until}.${seal(system, caseNumber, until)}`, {
    path: PATH,
    httpOnly: true,
    sameSite: 'lax',
    secure: response.locals.secureCookies,
    // its own date counts, by our clock; the browser drops it when it closes
  })
}

export function isFiler(system: System, request: Request, caseNumber: string, now: Date): boolean {
  const cookies = request.cookies as Record<string, unknown> | undefined
  const cookie = cookies?.[COOKIE]
  const [number, until, given] = typeof cookie === 'string' ? cookie.split('.') : []
  if (number !== caseNumber || until === undefined || given === undefined) return false
  const isSealed = isSame(given, seal(system, caseNumber, Number(until)))
  return isSealed && now.getTime() < Number(until)
}

export function forgetFiler(response: Response): void {
  response.clearCookie(COOKIE, { path: PATH })
}

function seal({ secrets }: System, caseNumber: string, until: number): string {
  return createHmac('sha256', secrets.keyFor('filer-session'))
    .update(`${caseNumber}.${until}`)
    .digest('base64url')
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
