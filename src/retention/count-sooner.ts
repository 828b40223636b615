import type { Db } from '../platform/database/connection.ts'
import { addDays, instantAt, type PlainDate } from '../platform/dates.ts'
import { dueBefore, erasedSooner } from './foresee.ts'
import { getHolding } from './holdings.ts'
import type { TermKey } from './term.ts'

/** How much another term erases by tomorrow that would have stayed. */
export async function countSooner(
  db: Db,
  of: { administrationId: string; key: TermKey; today: PlainDate; timeZone: string },
  change: { before: number | null; after: number | null },
): Promise<number> {
  const { administrationId, key, today, timeZone } = of
  if (change.after === null) return 0
  const before = dueBefore(addDays(today, 1), change.after)
  const beganAt = instantAt(before, '00:00', timeZone)
  const holder = { administrationId, kind: key.kind }
  const ended = await getHolding(key.holding).count(db, holder, { before, beganAt, timeZone })
  return erasedSooner(ended, change, today)
}
