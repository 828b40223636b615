import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { listSetAside } from '../device-filing-store.ts'
import { mayKeep } from '../device-policy.ts'
import { listDevices } from '../device-store.ts'
import { doneIn, enterRoom } from './room.ts'

/** What came from tablets and waits for a person, oldest first; nothing of it is opened here. */
export function showAside(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { t, urls, say, staff, book: rules, deed } = room
    const kept = (await listDevices(system.db, deed.administrationId)).filter((device) =>
      mayKeep(staff, device),
    )
    const devices = new Map(kept.map((device) => [device.deviceId, device]))
    const items = (await listSetAside(system.db, deed.administrationId)).flatMap((item) => {
      const device = devices.get(item.deviceId)
      if (!device) return []
      return {
        url: urls.asideItem(item.itemId),
        handedOver: say(item.handedOverAt),
        device: device.name,
        centre: rules.names.get(device.centreId) ?? '',
        reason: t(`channels-devices.reason.${item.reason ?? 'failed'}`),
      }
    })
    const title = t('channels-devices.aside.title')
    const view = { title, backUrl: urls.list, done: doneIn(request, t), items }
    render(response, 'channels/devices/aside-list', view, { layout: 'staff' })
  }
}
