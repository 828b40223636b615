import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { enrolDevice } from '../actions/enrol-device.ts'
import { parseEnrolment } from '../envelope.ts'
import { setupOf } from '../setup.ts'

/** `{ code, clock }` → 201 `{ deviceId, token, setup }`; a wrong, used or old code: 422. */
export function postEnrolment(system: System): Page {
  return async (request, response) => {
    const { code, clock } = parseEnrolment(request.body)
    const now = system.clock()
    const address = request.ip ?? ''
    const { device, token } = await enrolDevice(system, { code, clock, address }, now)
    const setup = await setupOf(system, device, now)
    response
      .status(201)
      .set('Cache-Control', 'no-store')
      .json({ deviceId: device.deviceId, token, setup })
  }
}
