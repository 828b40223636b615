import { addDays, type PlainDate } from '../../platform/dates.ts'
import type { Report } from '../report-store.ts'

/** What came last is given so many days to be read before anything is erased. */
const QUIET_DAYS = 30

/** Concluded, its term over, and nothing new said or added for a while. */
export function mayBeErased(
  report: Pick<Report, 'concludedOn' | 'retainUntil' | 'lastContentOn'>,
  day: PlainDate,
): boolean {
  const { concludedOn, retainUntil, lastContentOn } = report
  if (concludedOn === null || retainUntil === null) return false
  return retainUntil < day && addDays(lastContentOn, QUIET_DAYS) < day
}
