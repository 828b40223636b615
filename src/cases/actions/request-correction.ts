import type { System } from '../../system.ts'
import { pauseForPerson } from '../case-clocks.ts'
import { tellPerson } from '../tell.ts'
import { takeStaffStep } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

/** Asks the person for what is missing: their term starts, the office's clock waits meanwhile. */
export async function requestCorrection(
  system: System,
  request: StaffRequest,
  what: string,
  now: Date,
) {
  return takeStaffStep(system, request, 'request_correction', now, async (context) => {
    const correctionDueOn = await pauseForPerson(context)
    await tellPerson(context, 'correction_requested')
    return {
      contents: [context.write('correction_request', what)],
      changes: { clock_suspended: true },
      details: { correctionDueOn },
    }
  })
}
