import type { Request } from 'express'
import { isId } from '../../../platform/ids.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { listSetAside, type AsidePlace } from '../set-aside-store.ts'
import { mayKeep } from '../device-policy.ts'
import { listDevices } from '../device-store.ts'
import { doneIn, enterRoom } from './room.ts'

const ON_A_PAGE = 100

/** What came from tablets and waits for a person, oldest first; nothing of it is opened here. */
export function showAside(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { t, urls, say, staff, book: rules, deed } = room
    const kept = (await listDevices(system.db, deed.administrationId)).filter((device) =>
      mayKeep(staff, device),
    )
    const devices = new Map(kept.map((device) => [device.deviceId, device]))
    const found = await listSetAside(system.db, deed.administrationId, {
      deviceIds: [...devices.keys()],
      after: placeIn(request),
      limit: ON_A_PAGE + 1,
    })
    const shown = found.slice(0, ON_A_PAGE)
    const items = shown.flatMap((item) => {
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
    const last = found.length > ON_A_PAGE ? shown.at(-1) : undefined
    const nextUrl = last ? `${urls.aside}?despues=${placeOf(last)}` : null
    const title = t('channels-devices.aside.title')
    const view = { title, backUrl: urls.list, done: doneIn(request, t), items, nextUrl }
    render(response, 'channels/devices/aside-list', view, { layout: 'staff' })
  }
}

/** An instant and an id, as they stand in an address; whatever else stands there begins anew. */
function placeIn({ query }: Request): AsidePlace | null {
  const { despues } = query
  if (typeof despues !== 'string') return null
  const [at = '', itemId = ''] = despues.split('_')
  const handedOverAt = new Date(at)
  return isId(itemId) && !Number.isNaN(handedOverAt.getTime()) ? { handedOverAt, itemId } : null
}

function placeOf({ handedOverAt, itemId }: AsidePlace): string {
  return `${handedOverAt.toISOString()}_${itemId}`
}
