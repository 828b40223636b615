import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { NotAllowed, WrongState } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { lockAccount, updateAccount, updatePassword } from '../account-store.ts'
import { isStanding, mayManageAccount } from '../grant-policy.ts'
import { listGrantsOf, type StoredGrant } from '../grant-store.ts'
import { hashPassword, makeOneTimePassword } from '../passwords.ts'
import { deleteSecondFactor } from '../second-factor/second-factor-store.ts'
import { revokeSessions } from '../session-store.ts'
import type { Staff } from '../staff-policy.ts'
import { keepOneSystemAdmin } from '../system-admins.ts'

type Ground = Pick<System, 'db' | 'clock'>

/** From this moment the account opens nothing; its name stays in what the person did. */
export function closeAccount(system: Ground, staff: Staff, accountId: string): Promise<void> {
  return manage(system, staff, accountId, 'account_closed', async (tx, grants, now) => {
    await updateAccount(tx, accountId, { disabledAt: now })
    await revokeSessions(tx, accountId, {}, now)
    if (grants.some(({ role }) => role === 'system_admin')) await keepOneSystemAdmin(tx, now)
  })
}

export function reopenAccount(system: Ground, staff: Staff, accountId: string): Promise<void> {
  return manage(system, staff, accountId, 'account_reopened', (tx) =>
    updateAccount(tx, accountId, { disabledAt: null }),
  )
}

/** For who forgot it. Answers the one-time password, to be shown once. */
export async function resetPassword(
  system: Ground,
  staff: Staff,
  accountId: string,
): Promise<string> {
  const oneTimePassword = makeOneTimePassword()
  const hash = await hashPassword(oneTimePassword)
  await manage(system, staff, accountId, 'password_reset', async (tx, _grants, now) => {
    await updatePassword(tx, accountId, { hash, mustChange: true })
    await revokeSessions(tx, accountId, {}, now)
  })
  return oneTimePassword
}

export interface ResetSecondFactor {
  accountId: string
  /** Where the person works. */
  administrationIds: readonly string[]
}

/** For who lost telephone and spare codes. Sessions end; the password alone opens until the next is set up. */
export async function resetSecondFactor(
  system: Ground,
  staff: Staff,
  accountId: string,
): Promise<ResetSecondFactor> {
  if (!staff.grants.some(({ role }) => role === 'system_admin')) throw new NotAllowed()
  const places = new Set<string>()
  await manage(system, staff, accountId, 'second_factor_reset', async (tx, standing, now) => {
    if (!(await deleteSecondFactor(tx, accountId))) throw new WrongState()
    await revokeSessions(tx, accountId, {}, now)
    for (const { administrationId } of standing) if (administrationId) places.add(administrationId)
  })
  return { accountId, administrationIds: [...places] }
}

async function manage(
  { db, clock }: Ground,
  staff: Staff,
  accountId: string,
  action: string,
  change: (tx: Tx, standing: readonly StoredGrant[], now: Date) => Promise<void>,
): Promise<void> {
  const now = clock()
  await inTransaction(db, async (tx) => {
    await lockAccount(tx, accountId)
    const day = localDate(now, 'UTC')
    const standing = (await listGrantsOf(tx, [accountId])).filter((grant) => isStanding(grant, day))
    if (!mayManageAccount(staff, accountId, standing)) throw new NotAllowed()
    await change(tx, standing, now)
    const details = { account: accountId }
    await recordChange(tx, { at: now, accountId: staff.accountId, action, details })
  })
}
