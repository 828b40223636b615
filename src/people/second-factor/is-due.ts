import type { StaffSession } from '../staff-store.ts'
import { needsSecondFactor } from './second-factor-policy.ts'

/** Whether this session opens nothing until a code was shown, or until an app was set up. */
export function isSecondFactorDue(session: StaffSession): boolean {
  if (session.secondFactorShown) return false
  return session.hasSecondFactor || needsSecondFactor(session.staff.grants)
}
