import { dropStoredFile } from '../../../attachments/index.ts'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { getEvidence, updateRemoved } from '../evidence-store.ts'

/** The line stays, with who took the file away and why; what was approved with it is never taken away. */
export async function removeEvidence(
  system: Pick<System, 'db' | 'config'>,
  deed: StaffDeed,
  { evidenceId, reason }: { evidenceId: string; reason: string },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  const { storageName } = await getEvidence(system.db, administrationId, evidenceId)
  await inTransaction(system.db, async (tx) => {
    const removed = { at, by: accountId, reason }
    if (!(await updateRemoved(tx, administrationId, evidenceId, removed))) throw new WrongState()
    const details = { evidenceId }
    await recordChange(tx, { ...deed, action: 'evidence_removed', details })
  })
  await dropStoredFile(system, storageName)
}
