import { holdsWithin } from '../../people/index.ts'
import type { DeskLine, DeskNews } from '../../cases/index.ts'
import type { System } from '../../system.ts'
import { KEEPERS, mayKeep } from './device-policy.ts'
import { listTellingDevices } from './device-store.ts'
import { isSilentTooLong } from './device.ts'
import { deviceUrls } from './urls.ts'

/**
 * Above the desk of whoever keeps tablets: those that hold something and have long been silent, and what came
 * from them and waits for a decision. One question for both.
 */
export function tellOfTablets({ db }: System): DeskNews {
  return async ({ staff, administrationId, slug, now, t }) => {
    if (!holdsWithin(staff, KEEPERS, administrationId)) return []
    const own = (await listTellingDevices(db, administrationId)).filter((device) =>
      mayKeep(staff, device),
    )
    const urls = deviceUrls(slug)
    const silent = own.filter((device) => device.waiting > 0 && isSilentTooLong(device, now)).length
    const aside = own.reduce((sum, { setAside }) => sum + setAside, 0)
    const lines: DeskLine[] = []
    if (silent > 0) {
      lines.push({ text: t('channels-devices.desk_silent', { count: silent }), href: urls.list })
    }
    if (aside > 0) {
      lines.push({ text: t('channels-devices.desk_aside', { count: aside }), href: urls.aside })
    }
    return lines
  }
}
