import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { countSetAside } from '../set-aside-store.ts'
import { keepsSome, mayKeep, maySee } from '../device-policy.ts'
import { listDevices } from '../device-store.ts'
import { deviceView } from './device-view.ts'
import { doneIn, enterRoom } from './room.ts'

export function showDevices(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { staff, t, urls } = room
    const { administrationId } = room.deed
    const devices = (await listDevices(system.db, administrationId)).filter((device) =>
      maySee(staff, device),
    )
    const counts = await countSetAside(system.db, administrationId)
    const aside = devices
      .filter((device) => mayKeep(staff, device))
      .reduce((sum, { deviceId }) => sum + (counts.get(deviceId) ?? 0), 0)
    const view = {
      title: t('channels-devices.title'),
      done: doneIn(request, t),
      devices: devices.map((device) => deviceView(device, room)),
      aside: aside === 0 ? null : t('channels-devices.aside_count', { count: aside }),
      asideUrl: urls.aside,
      addUrl: keepsSome(staff, administrationId) ? urls.add : null,
    }
    render(response, 'channels/devices/list', view, { layout: 'staff' })
  }
}
