import { randomBytes, randomUUID } from 'node:crypto'
import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import { listDevices, insertDevice } from '../device-store.ts'
import { recordDeed } from '../device-deed.ts'
import type { DeviceInput } from '../device-input.ts'
import { newDeviceCode } from '../enrolment-code.ts'
import type { StaffDeed } from '../../../people/index.ts'

/** Makes a tablet of a centre; a one-time code enrols it afterwards. */
export async function makeDevice(db: Db, deed: StaffDeed, input: DeviceInput): Promise<string> {
  return inTransaction(db, async (tx) => {
    const deviceId = randomUUID()
    const taken = (await listDevices(tx, deed.administrationId)).map(({ code }) => code)
    const code = freeCode(new Set(taken))
    const { administrationId } = deed
    const made = { at: deed.at, by: deed.accountId }
    await insertDevice(tx, { administrationId, deviceId, code, ...input }, made)
    await recordDeed(tx, deed, 'device_made', { deviceId, centreId: input.centreId })
    return deviceId
  })
}

/** There are 32,768 of them; an office has a handful of tablets. */
function freeCode(taken: ReadonlySet<string>): string {
  for (;;) {
    const code = newDeviceCode(randomBytes)
    if (!taken.has(code)) return code
  }
}
