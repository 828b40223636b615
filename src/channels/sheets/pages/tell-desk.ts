import type { DeskNews } from '../../../cases/index.ts'
import { holds, holdsWithin } from '../../../people/index.ts'
import type { System } from '../../../system.ts'
import { REGISTRARS } from '../../counter/pages/desk-room.ts'
import { sheetsUrls } from '../urls.ts'
import { listWaitingPiles } from '../waiting-piles.ts'

/** Above the desk of whoever registers: the written sheets of their offices that are not in the book. */
export function tellOfWaitingSheets({ db }: System): DeskNews {
  return async ({ staff, administrationId, slug, t }) => {
    if (!holdsWithin(staff, REGISTRARS, administrationId)) return []
    const { piles } = await listWaitingPiles(db, administrationId)
    const count = piles
      .filter(({ centreId }) => holds(staff, REGISTRARS, { administrationId, centreId }))
      .reduce((sum, { sheetNumbers }) => sum + sheetNumbers.length, 0)
    if (count === 0) return []
    const text = t('channels-counter.paper.waiting', { count })
    return [{ text, href: sheetsUrls(slug).sheets }]
  }
}
