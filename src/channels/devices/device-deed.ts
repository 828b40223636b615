import { recordChange, type AuditDetails } from '../../audit/index.ts'
import type { Tx } from '../../platform/database/connection.ts'

/** Who does what to which administration's tablets, and when. */
export interface DeviceDeed {
  administrationId: string
  accountId: string
  at: Date
}

export async function recordDeed(
  tx: Tx,
  deed: DeviceDeed,
  action: string,
  details: AuditDetails,
): Promise<void> {
  await recordChange(tx, { ...deed, action, details })
}
