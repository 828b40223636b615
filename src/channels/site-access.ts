import { listSites } from '../administrations/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { addDays, type PlainDate } from '../platform/dates.ts'
import { listSitesInTouch } from './devices/index.ts'
import { listPosterSites } from './posters/index.ts'
import { listSitesWithSheets } from './sheets/index.ts'

/** What a person who comes to a site finds there, as far as the book itself knows. */
export interface SiteAccess {
  centreId: string
  /** A tablet of the site was in touch within a week, or somebody opened its code within a month. */
  book: boolean
  /** A poster of the site is in force. */
  notice: boolean
  /** Sheets were printed for the site within a year. */
  paper: boolean
}

const IN_TOUCH_DAYS = 7
const OPENED_DAYS = 30
const PRINTED_DAYS = 365

/** Of every site of these administrations, as it is on a day. */
export async function readSiteAccess(
  db: Db,
  administrationIds: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, readonly SiteAccess[]>> {
  if (administrationIds.length === 0) return new Map()
  const sites = await listSites(db, administrationIds, day)
  const before = (days: number) => addDays(day, -days)
  const inTouch = await listSitesInTouch(db, administrationIds, startOf(before(IN_TOUCH_DAYS)))
  const posters = await listPosterSites(db, administrationIds, before(OPENED_DAYS))
  const sheets = await listSitesWithSheets(db, administrationIds, startOf(before(PRINTED_DAYS)))
  return new Map(
    administrationIds.map((administrationId) => [
      administrationId,
      sites
        .filter((site) => site.administrationId === administrationId)
        .map(({ centreId }): SiteAccess => {
          const isIt = (other: { centreId: string }) => other.centreId === centreId
          return {
            centreId,
            book: inTouch.some(isIt) || posters.some((each) => isIt(each) && each.opened),
            notice: posters.some(isIt),
            paper: sheets.some(isIt),
          }
        }),
    ]),
  )
}

/** A week more or less by some hours is a week: no time zone is asked for. */
function startOf(day: PlainDate): Date {
  return new Date(`${day}T00:00:00Z`)
}
