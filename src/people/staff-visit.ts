import type { Response } from 'express'
import { getBookRulesById, type BookRules } from '../administrations/index.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import type { T } from '../platform/i18n/index.ts'
import type { System } from '../system.ts'
import { requireStaff, requireWorkplace } from './guards.ts'
import type { Staff } from './staff-policy.ts'

/** Who acts for an administration, and when: what every act of its staff is noted with. */
export interface StaffDeed {
  administrationId: string
  accountId: string
  at: Date
}

/** What every page of an administration's staff starts from; rooms add what is theirs. */
export interface StaffVisit {
  book: BookRules
  slug: string
  staff: Staff
  deed: StaffDeed
  today: PlainDate
  lang: string
  t: T
}

/** For pages behind `staffOf`: asks the clock once for all that the page shows and does. */
export async function openStaffVisit(system: System, response: Response): Promise<StaffVisit> {
  const { administrationId, slug } = requireWorkplace(response)
  const staff = requireStaff(response)
  const at = system.clock()
  const book = await getBookRulesById(system, administrationId, at)
  const { lang, t } = response.locals
  return {
    book,
    slug,
    staff,
    deed: { administrationId, accountId: staff.accountId, at },
    today: localDate(at, book.administration.timeZone),
    lang,
    t,
  }
}
