import type { System } from '../../system.ts'
import { finishAllSteps } from '../case-clocks.ts'
import { takeStaffStep } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

/** Triage begins. Any step of triage does it by itself; this one only says so to the person. */
export async function openCase(system: System, request: StaffRequest, now: Date) {
  return takeStaffStep(system, request, 'open', now, () => ({}))
}

/** The person has the answer and nothing more is expected. */
export async function closeCase(system: System, request: StaffRequest, now: Date) {
  return takeStaffStep(system, request, 'close', now, async (context) => {
    await finishAllSteps(context)
    return { reason: 'answered' }
  })
}
