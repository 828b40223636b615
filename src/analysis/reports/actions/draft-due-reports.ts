import { getBookRulesById } from '../../../administrations/index.ts'
import { localDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import { readContent } from '../read-content.ts'
import { findLatest } from '../report-store.ts'
import { listRhythms } from '../rhythm-store.ts'
import { lastFinished } from '../reporting-period.ts'
import type { TellOfActions } from '../tell-of-actions.ts'
import { makeDraft } from './write-report.ts'

/** For every administration with a rhythm: the period that ended last has a report, or gets its draft. */
export async function draftDueReports(
  system: System,
  now: Date,
  tellers: readonly TellOfActions[] = [],
): Promise<number> {
  let made = 0
  for (const { administrationId, rhythm } of await listRhythms(system.db)) {
    const book = await getBookRulesById(system, administrationId, now)
    const period = lastFinished(rhythm, localDate(now, book.administration.timeZone))
    if (await findLatest(system.db, administrationId, period.code)) continue
    const content = await readContent(system, book, period, { now, tellers })
    const making = { administrationId, accountId: null, at: now }
    if (await makeDraft(system, making, content)) made += 1
  }
  return made
}
