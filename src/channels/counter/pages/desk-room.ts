import type { Response } from 'express'
import type { Centre } from '../../../administrations/index.ts'
import { holds, openStaffVisit, type Role, type StaffVisit } from '../../../people/index.ts'
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
export interface CounterRoom extends StaffVisit {
  administrationId: string
  /** Those for which the person may register. */
  centres: readonly Centre[]
  now: Date
  urls: CounterUrls
}

export async function enterCounter(system: System, response: Response): Promise<CounterRoom> {
  const visit = await openStaffVisit(system, response)
  const { book, slug, staff, deed } = visit
  const { administrationId, at: now } = deed
  return {
    ...visit,
    administrationId,
    centres: book.centres.filter(({ centreId }) =>
      holds(staff, REGISTRARS, { administrationId, centreId }),
    ),
    now,
    urls: counterUrls(slug),
  }
}
