import { localDate } from '../../../platform/dates.ts'
import { getAdministration } from '../../../administrations/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { noteContact } from '../actions/note-contact.ts'
import { countFiledOn } from '../device-filing-store.ts'
import { deviceState } from '../device.ts'
import { parseContact } from '../envelope.ts'
import { setupOf } from '../setup.ts'
import { deviceOf } from './enrolled-device.ts'

/** What the tablet needs to work alone; 304 while it has not changed. */
export function getSetup(system: System): Page {
  return async (request, response) => {
    const setup = await setupOf(system, deviceOf(response), system.clock())
    const tag = `"${setup.version}"`
    response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' })
    if (request.get('If-None-Match') === tag) response.status(304).end()
    else response.json(setup)
  }
}

/** `{ clock, lastSequence, waiting, waitingSince }` → `{ now, state, setupVersion, filedToday }`. */
export function postContact(system: System): Page {
  return async (request, response) => {
    const device = deviceOf(response)
    const now = system.clock()
    const { clock, lastSequence, waiting, waitingSince = null } = parseContact(request.body)
    await noteContact(system.db, device, { at: now, clock, lastSequence, waiting, waitingSince })
    const { timeZone } = await getAdministration(system.db, device.administrationId)
    const day = localDate(now, timeZone)
    response.set('Cache-Control', 'no-store').json({
      now: now.toISOString(),
      state: deviceState(device, day),
      setupVersion: (await setupOf(system, device, now)).version,
      filedToday: { day, count: await countFiledOn(system.db, device, { day, timeZone }) },
    })
  }
}
