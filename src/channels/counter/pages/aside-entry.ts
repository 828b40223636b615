import type { FilingInput } from '../../../cases/index.ts'
import { formatDateTime } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import { confirmItem } from '../../devices/actions/settle-item.ts'
import type { ReadableAside } from '../../devices/for-counter.ts'
import { deviceUrls } from '../../devices/urls.ts'
import type { CounterRoom } from './desk-room.ts'

/** What of a tablet's item stands on the form and nobody types. */
export function asideView({ book, lang, slug }: CounterRoom, aside: ReadableAside) {
  const { item, device, opened } = aside
  return {
    number: opened.provisionalNumber,
    handedOver: formatDateTime(item.handedOverAt, lang, book.administration.timeZone),
    device: device.name,
    photos: opened.fileNames.size,
    url: deviceUrls(slug).asideItem(item.itemId),
  }
}

/** Files it with its own number, days and photos; where to go on. */
export async function registerAside(
  system: System,
  { slug, deed }: CounterRoom,
  { item, opened }: ReadableAside,
  filing: FilingInput,
): Promise<string> {
  await confirmItem(system, deed, item, { slug, filing, opened })
  return `${deviceUrls(slug).aside}?hecho=confirmed`
}
