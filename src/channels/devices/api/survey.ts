import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { parseSurvey } from '../envelope.ts'
import { takeSurvey } from '../take-survey.ts'
import { deviceOf } from './enrolled-device.ts'

/** `{ id, clock, madeAt, keyId, sealed }` → `{ id, outcome }`; either way the tablet may forget it. */
export function postSurvey(system: System): Page {
  return async (request, response) => {
    const envelope = parseSurvey(request.body)
    const isTaken = await takeSurvey(system, deviceOf(response), envelope, system.clock())
    const outcome = isTaken ? 'taken' : 'not_asked'
    response.set('Cache-Control', 'no-store').json({ id: envelope.id, outcome })
  }
}
