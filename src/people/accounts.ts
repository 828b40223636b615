import { randomUUID } from 'node:crypto'
import type { Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { Invalid } from '../platform/errors.ts'
import { recordChange } from '../audit/index.ts'
import { insertAccount } from './account-store.ts'
import { insertGrant } from './grant-store.ts'
import { isWellPlaced } from './grant-policy.ts'
import type { Grant } from './staff-policy.ts'

/** By whom and when. Null: the installation itself, from a file or by command. */
export interface Deed {
  by: string | null
  now: Date
}

export interface AccountToCreate {
  email: string
  name: string
  language: string
  /** From `hashPassword`, made before the transaction: it takes its time. */
  passwordHash: string
  mustChangePassword?: boolean
}

/** The e-mail address must be new. */
export async function createAccount(
  tx: Tx,
  account: AccountToCreate,
  { by, now }: Deed,
): Promise<string> {
  const accountId = randomUUID()
  const { mustChangePassword = false, email, ...rest } = account
  const row = { ...rest, accountId, mustChangePassword, email: email.toLowerCase() }
  if (!(await insertAccount(tx, row, now))) throw new Invalid([{ field: 'email', code: 'taken' }])
  await recordChange(tx, {
    at: now,
    accountId: by,
    action: 'account_created',
    details: { account: accountId },
  })
  return accountId
}

/** Whoever calls has asked `mayGrant`, or is the installation itself. */
export async function grantRole(
  tx: Tx,
  grant: Grant & {
    grantId?: string
    accountId: string
    validFrom: PlainDate
    validUntil?: PlainDate | null
  },
  { by, now }: Deed,
): Promise<string> {
  if (!isWellPlaced(grant)) throw new Error(`The role ${grant.role} is not held in such a place`)
  const { grantId = randomUUID(), accountId, role, validFrom, validUntil = null } = grant
  const { administrationId, centreId, unitId } = grant
  const place = { administrationId, centreId, unitId }
  const held = { grantId, accountId, role, ...place, validFrom, validUntil }
  await insertGrant(tx, { ...held, grantedBy: by }, now)
  await recordChange(tx, {
    at: now,
    accountId: by,
    administrationId: grant.administrationId,
    action: 'role_granted',
    details: {
      grant: grantId,
      account: grant.accountId,
      role: grant.role,
      centre: grant.centreId,
      unit: grant.unitId,
      from: grant.validFrom,
      until: validUntil,
    },
  })
  return grantId
}
