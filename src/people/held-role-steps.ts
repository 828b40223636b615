import { randomUUID } from 'node:crypto'
import type { Tx } from '../platform/database/connection.ts'
import { lastVersion, settleWithin } from '../settings/index.ts'
import { accountNames } from './directory.ts'
import { grantSetting, type HeldRole } from './grant-setting.ts'
import type { StaffDeed } from './staff-visit.ts'

/** Steps within an action on a person's roles in an administration, each on record as a change of its own. */

export async function giveHeldRole(
  tx: Tx,
  deed: StaffDeed,
  given: Omit<HeldRole, 'grantId' | 'name' | 'revoked'>,
): Promise<void> {
  const { accountId, role, centreId, unitId, validFrom, validUntil } = given
  const grantId = randomUUID()
  const name = (await accountNames(tx, [accountId])).get(accountId) ?? ''
  const held = { grantId, accountId, name, role, centreId, unitId, validFrom, validUntil }
  const value = { ...held, revoked: false }
  await settleWithin(tx, deed, grantSetting, { id: grantId, version: 0, value })
}

/** Without a version: as it stands now. */
export async function endHeldRole(
  tx: Tx,
  deed: StaffDeed,
  grantId: string,
  version?: number,
): Promise<void> {
  const { administrationId } = deed
  const held = await grantSetting.find(tx, administrationId, grantId)
  if (!held) return
  const standing = await lastVersion(tx, administrationId, grantSetting.subject, grantId)
  const value = { ...held, revoked: true }
  await settleWithin(tx, deed, grantSetting, { id: grantId, version: version ?? standing, value })
}
