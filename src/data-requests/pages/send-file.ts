import { NotAllowed, WrongState } from '../../platform/errors.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { isDecider } from '../request-policy.ts'
import { sendPersonFile } from '../person-file/send-person-file.ts'
import { enterRequest, recordRequestLook } from './staff-room.ts'

/** For whoever hands the copy over; recorded like every look at somebody. */
export function sendFile(system: System): Page {
  return async (request, response) => {
    const room = await enterRequest(system, request, response)
    const { right, state, administrationId, requestNumber } = room.request
    if (!isDecider(room.staff, administrationId)) throw new NotAllowed()
    if (right !== 'access' || state !== 'effective') throw new WrongState()
    await recordRequestLook(system, room, 'person_file')
    const { book, items, deed } = room
    await sendPersonFile(system, response, { book, items, name: requestNumber, now: deed.at })
  }
}
