import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import { recordDeed } from '../device-deed.ts'
import type { DeviceInput } from '../device-input.ts'
import { getDevice, updateDevice } from '../device-store.ts'
import type { StaffDeed } from '../../../people/index.ts'

/** Its name, its words, how many filings a day and until when; its centre stays. */
export async function changeDevice(
  db: Db,
  deed: StaffDeed,
  deviceId: string,
  { name, greeting, quotaPerDay, endsOn }: Omit<DeviceInput, 'centreId'>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const key = { administrationId: deed.administrationId, deviceId }
    await getDevice(tx, key)
    await updateDevice(tx, key, { name, greeting, quota_per_day: quotaPerDay, ends_on: endsOn })
    await recordDeed(tx, deed, 'device_changed', { deviceId, quotaPerDay, endsOn })
  })
}

/** From afar: the tablet hears of it at its next contact; what waits on it is set aside meanwhile. */
export async function switchDevice(
  db: Db,
  deed: StaffDeed,
  deviceId: string,
  to: 'on' | 'off',
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const key = { administrationId: deed.administrationId, deviceId }
    const { switchedOffAt } = await getDevice(tx, key)
    if ((switchedOffAt !== null) === (to === 'off')) return
    await updateDevice(tx, key, { switched_off_at: to === 'off' ? deed.at : null })
    await recordDeed(tx, deed, `device_switched_${to}`, { deviceId })
  })
}
