import type { Request, RequestHandler, Response } from 'express'
import type { System } from '../system.ts'
import type { Section } from './navigation.ts'
import { isSecondFactorDue } from './second-factor/is-due.ts'
import { readSessionCookie } from './session-cookies.ts'
import { isLive, isSeenLongAgo } from './session-rules.ts'
import { updateLastSeen } from './session-store.ts'
import { hashSessionToken } from './session-token.ts'
import { findStaffSession, type StaffSession } from './staff-store.ts'
import { myAccountUrl, signOutUrl } from './urls.ts'

declare global {
  namespace Express {
    interface Locals {
      sections?: readonly Section[]
      /** The live session, also while its password is to be changed or its second factor to be shown. */
      staffSession?: StaffSession
    }
  }
}

/** Stands before all routes: knows who is at work, refuses nobody. The guards decide. */
export function recogniseStaff(
  { db, clock }: Pick<System, 'db' | 'clock'>,
  sectionsFor: (request: Request) => readonly Section[],
): RequestHandler {
  return async (request, response, next) => {
    response.locals.sections = sectionsFor(request)
    const token = readSessionCookie(request, response)
    if (token === null) return next()
    const tokenHash = hashSessionToken(token)
    // also when the session is over: what is sent from a page of that session is still no forgery
    response.locals.sessionId = tokenHash.toString('hex')
    const now = clock()
    const session = await findStaffSession(db, tokenHash, now)
    if (!session || !isLive(session, now)) return next()
    if (isSeenLongAgo(session, now)) await updateLastSeen(db, session.sessionId, now)
    admit(response, session)
    next()
  }
}

function admit({ locals }: Response, session: StaffSession): void {
  locals.staffSession = session
  locals.viewer = { name: session.staff.name, signOutUrl }
  if (session.mustChangePassword || isSecondFactorDue(session)) return
  locals.staff = session.staff
  locals.viewer.accountUrl = myAccountUrl
  locals.viewer.pageKeys = session.pageKeys
}
