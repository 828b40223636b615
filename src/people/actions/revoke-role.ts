import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { lockAccount } from '../account-store.ts'
import { mayRevoke } from '../grant-policy.ts'
import { getGrant, revokeGrant } from '../grant-store.ts'
import { endHeldRole } from '../held-role-steps.ts'
import { keepOneSystemAdmin } from '../system-admins.ts'
import type { Staff } from '../staff-policy.ts'

/** At once. What was held until now stays on record. */
export async function revokeRole(
  system: Pick<System, 'db' | 'clock'>,
  staff: Staff,
  grantId: string,
  version?: number,
): Promise<void> {
  const now = system.clock()
  await inTransaction(system.db, async (tx) => {
    const grant = await getGrant(tx, grantId)
    if (!mayRevoke(staff, grant.accountId, grant)) throw new NotAllowed()
    await lockAccount(tx, grant.accountId)
    const { administrationId } = grant
    const by = staff.accountId
    if (administrationId === null) await revokeGrant(tx, grantId, { by, at: now })
    else await endHeldRole(tx, { administrationId, accountId: by, at: now }, grantId, version)
    if (grant.role === 'system_admin') await keepOneSystemAdmin(tx, now)
    await recordChange(tx, {
      at: now,
      accountId: staff.accountId,
      administrationId: grant.administrationId,
      action: 'role_revoked',
      details: { grant: grantId, account: grant.accountId, role: grant.role },
    })
  })
}
