import type { Administration } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { addDays, type PlainDate } from '../../platform/dates.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { DueItem } from '../due.ts'
import { readDue } from '../due-items.ts'

export interface OwedItem extends DueItem {
  ownerId: string
}

/** Older than that nobody is reminded of it any more: it stays in the calendar. */
const DAYS_BACK = 365

/** What somebody still owes until a day, of whatever room, the oldest first. */
export async function listOwed(
  db: Db,
  { administrationId, slug }: Pick<Administration, 'administrationId' | 'slug'>,
  until: PlainDate,
  { t, lang }: { t: T; lang: string },
): Promise<OwedItem[]> {
  const from = addDays(until, -DAYS_BACK)
  const items = await readDue(db, { administrationId, slug, from, until, t, lang })
  return items.filter((item): item is OwedItem => item.ownerId !== null && item.doneOn === null)
}
