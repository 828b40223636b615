import type { System } from '../../system.ts'
import { finishAllSteps } from '../case-clocks.ts'
import { tellPerson } from '../tell.ts'
import { takeStaffStep } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

/** Triage begins. Any step of triage does it by itself; this one only says so to the person. */
export async function openCase(system: System, request: StaffRequest, now: Date) {
  return takeStaffStep(system, request, 'open', now, () => ({}))
}

/** Nothing more is to be done: after a review that confirms the answer, or on request. */
export async function closeCase(system: System, request: StaffRequest, now: Date) {
  return takeStaffStep(system, request, 'close', now, async (context) => {
    await finishAllSteps(context)
    if (context.item.reviewAsked) await tellPerson(context, 'review_result')
    return { reason: 'answered', changes: { review_asked: false } }
  })
}
