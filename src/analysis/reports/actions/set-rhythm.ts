import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import type { Rhythm } from '../reporting-period.ts'
import { upsertRhythm } from '../rhythm-store.ts'

/** From now on, the day after each such period a draft is waiting. */
export async function setRhythm(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  rhythm: Rhythm,
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    await upsertRhythm(tx, administrationId, { rhythm, at, by: accountId })
    await recordChange(tx, { ...deed, action: 'report_rhythm_set', details: { rhythm } })
  })
}
