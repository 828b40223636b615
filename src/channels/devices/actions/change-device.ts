import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import { recordDeed } from '../device-deed.ts'
import type { DeviceInput } from '../device-input.ts'
import { getDevice, updateDevice } from '../device-store.ts'
import type { StaffDeed } from '../../../people/index.ts'

/** Its name, its office, its words, how many filings a day and until when. */
export async function changeDevice(
  db: Db,
  deed: StaffDeed,
  deviceId: string,
  { name, greeting, centreId, quotaPerDay, endsOn }: DeviceInput,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const key = { administrationId: deed.administrationId, deviceId }
    await getDevice(tx, key)
    const change = { name, greeting, quota_per_day: quotaPerDay, ends_on: endsOn }
    await updateDevice(tx, key, { ...change, centre_id: centreId })
    await recordDeed(tx, deed, 'device_changed', { deviceId, centreId, quotaPerDay, endsOn })
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
