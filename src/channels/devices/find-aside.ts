import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import type { StaffVisit } from '../../people/index.ts'
import type { System } from '../../system.ts'
import { findFilingOfItem } from './device-filing-store.ts'
import type { DeviceFiling } from './device-filing.ts'
import { mayKeep } from './device-policy.ts'
import { getDevice } from './device-store.ts'
import type { Device } from './device.ts'
import { openItem, type OpenedItem } from './open-item.ts'

export interface AsideItem {
  item: DeviceFiling
  device: Device
  /** Null: it does not open. */
  opened: OpenedItem | null
}

/** What was set aside and still waits, if the person may decide about it; opened on the server. */
export async function getAside(
  system: System,
  { staff, book, deed }: Pick<StaffVisit, 'staff' | 'book' | 'deed'>,
  itemId: string,
): Promise<AsideItem> {
  const item = isId(itemId)
    ? await findFilingOfItem(system.db, deed.administrationId, itemId)
    : null
  if (item?.outcome !== 'set_aside') throw new NotFound()
  const device = await getDevice(system.db, item)
  if (!mayKeep(staff, device)) throw new NotFound()
  return { item, device, opened: openItem(system, device, book.administration.bookCode, item) }
}
