import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { Invalid, NotAllowed } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { findAccountByEmail, lockAccount } from '../account-store.ts'
import { createAccount, grantRole } from '../accounts.ts'
import { isSameGrant, isStanding, mayGrant } from '../grant-policy.ts'
import { listGrantsOf } from '../grant-store.ts'
import { giveHeldRole } from '../held-role-steps.ts'
import { hashPassword, makeOneTimePassword } from '../passwords.ts'
import type { Grant, Staff } from '../staff-policy.ts'

export interface Appointment extends Grant {
  validFrom: PlainDate
  validUntil: PlainDate | null
}

export interface Newcomer {
  email: string
  name: string
  language: string
}

export interface Appointed {
  accountId: string
  /** Shown once to whoever appoints; null for somebody who already had an account. */
  oneTimePassword: string | null
}

type Ground = Pick<System, 'db' | 'clock'>

/** Gives a first role to somebody, with an account if the address has none yet. */
export async function appointPerson(
  system: Ground,
  staff: Staff,
  newcomer: Newcomer,
  appointment: Appointment,
): Promise<Appointed> {
  const known = await findAccountByEmail(system.db, newcomer.email)
  if (known) {
    await appoint(system, staff, known.accountId, appointment)
    return { accountId: known.accountId, oneTimePassword: null }
  }
  const oneTimePassword = makeOneTimePassword()
  const passwordHash = await hashPassword(oneTimePassword)
  const deed = { by: staff.accountId, now: system.clock() }
  const accountId = await inTransaction(system.db, async (tx) => {
    const account = { ...newcomer, passwordHash, mustChangePassword: true }
    const created = await createAccount(tx, account, deed)
    if (!mayGrant(staff, created, appointment)) throw new NotAllowed()
    await give(tx, { ...appointment, accountId: created }, deed)
    return created
  })
  return { accountId, oneTimePassword }
}

/** Gives one more role to somebody who has an account. */
export async function appoint(
  system: Ground,
  staff: Staff,
  accountId: string,
  appointment: Appointment,
): Promise<void> {
  if (!mayGrant(staff, accountId, appointment)) throw new NotAllowed()
  const now = system.clock()
  await inTransaction(system.db, async (tx) => {
    await lockAccount(tx, accountId)
    const held = await listGrantsOf(tx, [accountId])
    const same = held.some(
      (grant) => isStanding(grant, appointment.validFrom) && isSameGrant(grant, appointment),
    )
    if (same) throw new Invalid([{ field: 'role', code: 'already_held' }])
    await give(tx, { ...appointment, accountId }, { by: staff.accountId, now })
  })
}

/** In an administration it is on record as something settled; that of the installation is of nobody's settings. */
async function give(
  tx: Tx,
  given: Appointment & { accountId: string },
  { by, now }: { by: string; now: Date },
): Promise<void> {
  const { administrationId } = given
  if (administrationId === null) await grantRole(tx, given, { by, now })
  else await giveHeldRole(tx, { administrationId, accountId: by, at: now }, given)
}
