import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { signOut } from '../actions/sign-out.ts'
import { takeSessionCookie } from '../session-cookies.ts'
import { signInUrl } from '../urls.ts'

export function takeSignOut(system: System): Page {
  return async (_request, response) => {
    const { staffSession } = response.locals
    if (staffSession) {
      await signOut(system, staffSession.staff.accountId, { only: staffSession.sessionId })
    }
    takeSessionCookie(response)
    response.redirect(303, `${signInUrl}?listo=signed_out`)
  }
}
