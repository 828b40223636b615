import { holdsWithin } from '../../people/index.ts'
import type { DeskNews } from '../../cases/index.ts'
import type { System } from '../../system.ts'
import { KEEPERS, mayKeep } from './device-policy.ts'
import { listWaitingDevices } from './device-store.ts'
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
