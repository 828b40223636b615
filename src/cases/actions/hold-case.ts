import type { System } from '../../system.ts'
import { takeStaffStep } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

/** Somebody needs the case as proof: neither its term nor its person's wish erases anything of it. */
export async function holdCase(system: System, request: StaffRequest, reason: string, now: Date) {
  return takeStaffStep(system, request, 'hold', now, (context) => ({
    contents: [context.write('reason', reason)],
    changes: { held: true },
  }))
}

/** Its term counts again, from where it stands. */
export async function releaseHold(
  system: System,
  request: StaffRequest,
  reason: string,
  now: Date,
) {
  return takeStaffStep(system, request, 'release_hold', now, (context) => ({
    contents: [context.write('reason', reason)],
    changes: { held: false },
  }))
}
