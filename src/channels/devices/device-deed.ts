import { recordChange, type AuditDetails } from '../../audit/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { StaffDeed } from '../../people/index.ts'

export async function recordDeed(
  tx: Tx,
  deed: StaffDeed,
  action: string,
  details: AuditDetails,
): Promise<void> {
  await recordChange(tx, { ...deed, action, details })
}
