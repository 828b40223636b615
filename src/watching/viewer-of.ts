import { getBookRulesById } from '../administrations/index.ts'
import { caseViewer, type CaseViewer } from '../cases/index.ts'
import { findStaffOn } from '../people/index.ts'
import { localDate } from '../platform/dates.ts'
import type { System } from '../system.ts'

/** What somebody may see on the day, for what is written to them; null: nothing any more. */
export async function viewerOf(
  system: System,
  administrationId: string,
  accountId: string,
  now: Date,
): Promise<(CaseViewer & { slug: string }) | null> {
  const book = await getBookRulesById(system, administrationId, now)
  const { slug, timeZone } = book.administration
  const staff = await findStaffOn(system.db, accountId, administrationId, localDate(now, timeZone))
  return staff && { ...caseViewer(staff, book), slug }
}
