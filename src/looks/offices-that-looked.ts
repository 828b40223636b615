import type { BookRules } from '../administrations/index.ts'
import { listLooks } from '../audit/index.ts'
import { listGrantsOf } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import { officeOf } from './office-of.ts'

/** That an office looked at somebody's data on a day: never who. */
export interface OfficeLook {
  day: PlainDate
  office: string
  /** How often on that day. */
  times: number
}

const MOST = 2000

/** For the person whose cases these are, the newest day first. */
export async function listOfficesThatLooked(
  db: Db,
  { administration, names }: Pick<BookRules, 'administration' | 'names'>,
  caseIds: readonly string[],
  now: Date,
): Promise<OfficeLook[]> {
  if (caseIds.length === 0) return []
  const { administrationId, timeZone, name } = administration
  const question = { administrationId, caseIds, from: new Date(0), until: justAfter(now) }
  const looks = await listLooks(db, question, { before: null, limit: MOST })
  const grants = await listGrantsOf(db, [...new Set(looks.map(({ accountId }) => accountId))])
  const counted = new Map<string, OfficeLook>()
  for (const { at, accountId } of looks) {
    const day = localDate(at, timeZone)
    const office = officeOf(grants, { accountId, administrationId, day }, names) ?? name
    const key = `${day} ${office}`
    const before = counted.get(key)
    counted.set(key, { day, office, times: (before?.times ?? 0) + 1 })
  }
  return [...counted.values()]
}

/** What was looked at in this very moment counts. */
function justAfter(now: Date): Date {
  return new Date(now.getTime() + 1)
}
