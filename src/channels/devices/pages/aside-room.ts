import type { Request } from 'express'
import { checkFiling } from '../../../cases/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { findFilingOfItem } from '../device-filing-store.ts'
import type { DeviceFiling } from '../device-filing.ts'
import { mayKeep } from '../device-policy.ts'
import { getDevice } from '../device-store.ts'
import type { Device } from '../device.ts'
import { mendFiling, type Mended } from '../mend-filing.ts'
import { openItem, type OpenedItem } from '../open-item.ts'
import type { Room } from './room.ts'

export interface AsideItem {
  item: DeviceFiling
  device: Device
  /** Null: it does not open. */
  opened: OpenedItem | null
}

/** The item of the address, if the person may decide about it; opened on the server. */
export async function openAside(system: System, request: Request, room: Room): Promise<AsideItem> {
  const { staff, book: rules, deed } = room
  const item = await findFilingOfItem(system.db, deed.administrationId, idIn(request, 'itemId'))
  if (item?.outcome !== 'set_aside') throw new NotFound()
  const device = await getDevice(system.db, item)
  if (!mayKeep(staff, device)) throw new NotFound()
  return { item, device, opened: openItem(system, device, rules.administration.bookCode, item) }
}

export interface Corrections {
  kind: string
  centre: string
  service: string
}

export function correctionsIn(request: Request): Corrections {
  const body = (request.body ?? {}) as Record<string, unknown>
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  return { kind: text('kind'), centre: text('centre'), service: text('service') }
}

/** As it was written, where nobody corrected anything yet. */
export function correctionsOf({ written }: OpenedItem): Corrections {
  const text = (name: string) => (typeof written[name] === 'string' ? written[name] : '')
  return { kind: text('kind'), centre: text('centre'), service: text('service') }
}

export function mend(
  system: System,
  { book: rules, deed }: Room,
  { written }: OpenedItem,
  { kind, centre, service }: Corrections,
): Mended {
  const corrected = { kind, centre, service: service === '' ? undefined : service }
  return mendFiling(
    written,
    corrected,
    (body) => checkFiling(system, rules, { body, filer: 'device' }, deed.at).problems,
  )
}
