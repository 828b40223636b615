import { getAdministration } from '../../../administrations/index.ts'
import type { NoteBegun } from '../../../cases/index.ts'
import { localDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import { addToCount } from '../link-count-store.ts'
import { isSealed, type PosterLink } from '../poster-link.ts'

/** Somebody opened the link. Of the sealed door nothing is counted, on no day. */
export async function countOpened(
  system: System,
  link: PosterLink,
  timeZone: string,
  now: Date,
): Promise<void> {
  if (isSealed(link)) return
  await addToCount(system.db, link, localDate(now, timeZone), 'opened')
}

/** For the filing's pages: somebody whom a link brought gave a first answer. */
export function countBegun({ db }: System): NoteBegun {
  return async ({ administrationId, linkId }, now) => {
    const { timeZone } = await getAdministration(db, administrationId)
    await addToCount(db, { administrationId, linkId }, localDate(now, timeZone), 'begun')
  }
}
