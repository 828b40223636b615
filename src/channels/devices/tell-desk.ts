import { holdsWithin } from '../../people/index.ts'
import type { DeskNews } from '../../cases/index.ts'
import type { System } from '../../system.ts'
import { KEEPERS, mayKeep } from './device-policy.ts'
import { countSetAside } from './device-filing-store.ts'
import { listDevices, listWaitingDevices } from './device-store.ts'
import { isSilentTooLong } from './device.ts'
import { deviceUrls } from './urls.ts'

/** Above the desk of whoever keeps tablets: those that hold something and have long been silent. */
export function tellOfSilentTablets({ db }: System): DeskNews {
  return async ({ staff, administrationId, slug, now, t }) => {
    if (!holdsWithin(staff, KEEPERS, administrationId)) return []
    const silent = (await listWaitingDevices(db, administrationId)).filter(
      (device) => mayKeep(staff, device) && isSilentTooLong(device, now),
    )
    if (silent.length === 0) return []
    const text = t('channels-devices.desk_silent', { count: silent.length })
    return [{ text, href: deviceUrls(slug).list }]
  }
}

/** And what came from their tablets and waits for them to decide. */
export function tellOfSetAside({ db }: System): DeskNews {
  return async ({ staff, administrationId, slug, t }) => {
    if (!holdsWithin(staff, KEEPERS, administrationId)) return []
    const counts = await countSetAside(db, administrationId)
    if (counts.size === 0) return []
    const count = (await listDevices(db, administrationId))
      .filter((device) => mayKeep(staff, device))
      .reduce((sum, { deviceId }) => sum + (counts.get(deviceId) ?? 0), 0)
    if (count === 0) return []
    return [{ text: t('channels-devices.desk_aside', { count }), href: deviceUrls(slug).aside }]
  }
}
