import type { System } from '../../system.ts'
import { finishAllSteps, restartAnswerClock, startStep } from '../case-clocks.ts'
import { tellPerson, tellStaff } from '../tell.ts'
import { takeStaffStep } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

/** Where the regime allows it: new facts, so the unit works on it again with a term of its own. */
export async function reopenCase(system: System, request: StaffRequest, reason: string, now: Date) {
  return takeStaffStep(system, request, 'reopen', now, async (context) => {
    await finishAllSteps(context)
    const dueOn = await restartAnswerClock(context)
    await tellPerson(context, 'case_reopened')
    const { handlerId, unitId } = context.item
    const worker = handlerId ? { accountId: handlerId } : { role: 'unit_head' as const, unitId }
    await tellStaff(context, 'case_assigned', worker)
    return {
      contents: [context.write('reason', reason)],
      changes: {
        due_on: dueOn,
        review_asked: false,
        answered_at: null,
        notified_at: null,
        outcome: null,
      },
      details: { dueOn },
    }
  })
}

/** The responsible looked again and the answer stands; the person is told why. */
export async function declineReview(
  system: System,
  request: StaffRequest,
  reason: string,
  now: Date,
) {
  return takeStaffStep(system, request, 'decline_review', now, async (context) => {
    await finishAllSteps(context)
    if (context.item.state === 'notified') await startStep(context, 'close')
    await tellPerson(context, 'review_result')
    return { contents: [context.write('reason', reason)], changes: { review_asked: false } }
  })
}
