import { recordChange } from '../../audit/index.ts'
import { findBatch } from '../batch-store.ts'
import type { StaffDeed } from '../../people/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { NotFound, WrongState } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { updateErased } from '../erasing-store.ts'
import { getLegacyCase } from '../legacy-store.ts'

/** Why the words of an older case go. */
export const ERASING_REASONS = ['asked', 'retention', 'mistake'] as const
export type ErasingReason = (typeof ERASING_REASONS)[number]

/**
 * What the person told and the whole row go, for good: number, dates and what it was about stay, and so does
 * the promise that the seal of its batch holds. What is still coming in cannot be erased yet.
 */
export async function eraseLegacyCase(
  { db }: Pick<System, 'db'>,
  { administrationId, accountId, at }: StaffDeed,
  {
    legacyNumber,
    reason,
    today,
  }: { legacyNumber: string; reason: ErasingReason; today: PlainDate },
): Promise<void> {
  const { legacyId, batchId } = await getLegacyCase(db, administrationId, legacyNumber)
  const batch = await findBatch(db, administrationId, batchId)
  if (!batch) throw new NotFound()
  if (batch.state === 'loading') throw new WrongState()
  await inTransaction(db, async (tx) => {
    if (!(await updateErased(tx, administrationId, legacyId, today))) throw new WrongState()
    const details = { number: legacyNumber, reason }
    const action = 'legacy_case_erased'
    await recordChange(tx, { at, accountId, administrationId, action, details })
  })
}
