import type { Db } from '../../platform/database/connection.ts'
import { addDays, instantAt, type PlainDate } from '../../platform/dates.ts'
import { dueBefore, foresee, type Foreseen } from '../foresee.ts'
import { getHolding } from '../holdings.ts'
import type { Term } from '../term.ts'

/** What one term erases, now and in the year to come; null where nothing goes by itself. */
export async function readForeseen(
  db: Db,
  { administrationId, today, timeZone }: Whose,
  { holding, kind, months }: Term,
): Promise<Foreseen | null> {
  if (months === null) return null
  const before = dueBefore(addDays(today, 366), months)
  const stretch = { before, beganAt: instantAt(before, '00:00', timeZone), timeZone }
  const ended = await getHolding(holding).count(db, { administrationId, kind }, stretch)
  return foresee(ended, months, today)
}

interface Whose {
  administrationId: string
  today: PlainDate
  timeZone: string
}
