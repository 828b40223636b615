import type { System } from '../../system.ts'
import { insertRequestCase } from '../request-step-store.ts'
import { takeRequestStep, type RequestStepTaken } from './take-request-step.ts'

/** Another case of the same person, whom somebody knows by their document. */
export async function linkCase(
  system: System,
  taken: RequestStepTaken,
  caseId: string,
  now: Date,
): Promise<void> {
  await takeRequestStep(system, taken, 'add_case', now, async ({ tx, request }) => {
    await insertRequestCase(tx, request, caseId)
    return {}
  })
}
