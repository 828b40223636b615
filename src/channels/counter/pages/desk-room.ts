import type { Response } from 'express'
import { getBookRules, type BookRules, type Centre } from '../../../administrations/index.ts'
import {
  holds,
  requireStaff,
  requireWorkplace,
  type Role,
  type Staff,
} from '../../../people/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import type { T } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import { counterUrls, type CounterUrls } from '../urls.ts'

/** Who registers for others. */
export const REGISTRARS: readonly Role[] = [
  'site_officer',
  'claims_manager',
  'deputy_claims_manager',
  'office_head',
]

/** What every page of the counter starts from. */
export interface CounterRoom {
  book: BookRules
  administrationId: string
  slug: string
  staff: Staff
  /** Those for which the person may register. */
  centres: readonly Centre[]
  now: Date
  today: PlainDate
  urls: CounterUrls
  lang: string
  t: T
}

export async function enterCounter(system: System, response: Response): Promise<CounterRoom> {
  const { slug, administrationId } = requireWorkplace(response)
  const staff = requireStaff(response)
  const now = system.clock()
  const book = await getBookRules(system, slug, now)
  const { lang, t } = response.locals
  return {
    book,
    administrationId,
    slug,
    staff,
    centres: book.centres.filter(({ centreId }) =>
      holds(staff, REGISTRARS, { administrationId, centreId }),
    ),
    now,
    today: localDate(now, book.administration.timeZone),
    urls: counterUrls(slug),
    lang,
    t,
  }
}
