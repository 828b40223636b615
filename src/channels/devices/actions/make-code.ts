import { randomBytes } from 'node:crypto'
import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import { insertCode } from '../device-code-store.ts'
import { recordDeed } from '../device-deed.ts'
import { getDevice } from '../device-store.ts'
import { codeExpiresAt, hashEnrolmentCode, newEnrolmentCode } from '../enrolment-code.ts'
import type { StaffDeed } from '../../../people/index.ts'

export interface MadeCode {
  code: string
  expiresAt: Date
}

/** A code for one use within minutes, told once. */
export async function makeCode(db: Db, deed: StaffDeed, deviceId: string): Promise<MadeCode> {
  return inTransaction(db, async (tx) => {
    const device = await getDevice(tx, { administrationId: deed.administrationId, deviceId })
    const code = newEnrolmentCode(randomBytes)
    const expiresAt = codeExpiresAt(deed.at)
    const made = { madeAt: deed.at, madeBy: deed.accountId, expiresAt }
    await insertCode(tx, device, { hash: hashEnrolmentCode(code), ...made })
    await recordDeed(tx, deed, 'device_code_made', { deviceId })
    return { code, expiresAt }
  })
}
