import { recordChange, recordEvent } from '../../audit/index.ts'
import { attemptKey, countAttempt, forgetAttempts } from '../../platform/attempts.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { NotFound, TooMany, WrongState } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { lockAccount } from '../account-store.ts'
import { secondFactorHere, secondFactorOfAccount } from '../attempt-limits.ts'
import { stepOfCode } from '../second-factor/one-time-code.ts'
import {
  hashRecoveryCode,
  looksLikeRecoveryCode,
  makeRecoveryCodes,
} from '../second-factor/recovery-codes.ts'
import {
  confirmSecondFactor,
  deleteSecondFactor,
  findSecondFactor,
  insertSecondFactor,
  replaceRecoveryCodes,
  takeRecoveryCode,
  takeStep,
} from '../second-factor/second-factor-store.ts'
import { boxSecret, makeSecret, openSecret } from '../second-factor/secret.ts'
import { forgetSecondFactorShown, markSecondFactorShown } from '../session-store.ts'

type Ground = Pick<System, 'db' | 'clock' | 'secrets'>

export interface Showing {
  accountId: string
  sessionId: string
  /** A code of the app, or one of the recovery codes. */
  typed: string
  /** From where: guessing is slowed down by place and by account. */
  address: string
}

/** A new secret, in use once a first code proves that the app has it. */
export async function beginSecondFactor(system: Ground, accountId: string): Promise<void> {
  const now = system.clock()
  await inTransaction(system.db, async (tx) => {
    const box = boxSecret(system.secrets, accountId, makeSecret())
    if (!(await insertSecondFactor(tx, accountId, box, now))) throw new WrongState()
  })
}

/** With a secret that was settled elsewhere, and no spare codes. For the demonstration. */
export async function giveSecondFactor(
  tx: Tx,
  { secrets }: Pick<Ground, 'secrets'>,
  accountId: string,
  secret: Buffer,
  now: Date,
): Promise<void> {
  const box = boxSecret(secrets, accountId, secret)
  if (await insertSecondFactor(tx, accountId, box, now)) {
    await confirmSecondFactor(tx, accountId, now)
  }
}

/** The secret that waits for its first code, to be shown; null when none does. */
export async function findSecretToConfirm(
  { db, secrets }: Pick<Ground, 'db' | 'secrets'>,
  accountId: string,
): Promise<Buffer | null> {
  const factor = await findSecondFactor(db, accountId)
  if (!factor || factor.confirmedAt) return null
  return openSecret(secrets, accountId, factor.secretBox)
}

/** Answers the recovery codes, to be shown once; null when the code was not right. */
export async function confirmNewSecondFactor(
  system: Ground,
  showing: Showing,
): Promise<string[] | null> {
  const codes = makeRecoveryCodes()
  const right = await tryCode(system, showing, async (tx, now) => {
    const { accountId, sessionId } = showing
    const factor = await findSecondFactor(tx, accountId)
    if (!factor || factor.confirmedAt) throw new WrongState()
    if (!(await takeAppCode(system, tx, showing, now))) return false
    await confirmSecondFactor(tx, accountId, now)
    await replaceRecoveryCodes(tx, accountId, hashAll(system, accountId, codes))
    await markSecondFactorShown(tx, sessionId, now)
    await recordChange(tx, { at: now, accountId, action: 'second_factor_set_up' })
    return true
  })
  return right ? codes : null
}

/** From here on the session counts as that of who has the app, not only the password. */
export async function showSecondFactor(system: Ground, showing: Showing): Promise<boolean> {
  return tryCode(system, showing, async (tx, now) => {
    const { accountId, sessionId } = showing
    const used = await takeAnyCode(system, tx, showing, now)
    if (!used) return false
    await markSecondFactorShown(tx, sessionId, now)
    await recordChange(tx, {
      at: now,
      accountId,
      action: 'second_factor_shown',
      details: { session: sessionId, with: used },
    })
    return true
  })
}

/** In the place of the old ones, for a code of the app. */
export async function renewRecoveryCodes(
  system: Ground,
  showing: Showing,
): Promise<string[] | null> {
  const codes = makeRecoveryCodes()
  const right = await tryCode(system, showing, async (tx, now) => {
    const { accountId } = showing
    if (!(await takeAppCode(system, tx, showing, now))) return false
    await replaceRecoveryCodes(tx, accountId, hashAll(system, accountId, codes))
    await recordChange(tx, { at: now, accountId, action: 'recovery_codes_renewed' })
    return true
  })
  return right ? codes : null
}

/** Whoever must have one sets up the next at once. */
export async function removeSecondFactor(system: Ground, showing: Showing): Promise<boolean> {
  return tryCode(system, showing, async (tx, now) => {
    const { accountId } = showing
    if (!(await takeAnyCode(system, tx, showing, now))) return false
    await deleteSecondFactor(tx, accountId)
    await forgetSecondFactorShown(tx, accountId)
    await recordChange(tx, { at: now, accountId, action: 'second_factor_removed' })
    return true
  })
}

/** Slows down guessing; each attempt is counted before it is compared. */
async function tryCode(
  system: Ground,
  { accountId, address }: Showing,
  compare: (tx: Tx, now: Date) => Promise<boolean>,
): Promise<boolean> {
  const now = system.clock()
  const secret = system.secrets.keyFor('second-factor attempts')
  const here = attemptKey(secret, accountId, address)
  const seconds =
    (await countAttempt(system.db, secondFactorHere, here, now)) ||
    (await countAttempt(system.db, secondFactorOfAccount, attemptKey(secret, accountId), now))
  if (seconds > 0) throw new TooMany(seconds)
  const right = await inTransaction(system.db, async (tx) => {
    await lockAccount(tx, accountId)
    return compare(tx, now)
  })
  if (right) await forgetAttempts(system.db, secondFactorHere.purpose, [here])
  else await recordEvent(system.db, { at: now, accountId, action: 'second_factor_failed' })
  return right
}

async function takeAnyCode(system: Ground, tx: Tx, showing: Showing, now: Date) {
  if (await takeAppCode(system, tx, showing, now)) return 'app'
  const { accountId, typed } = showing
  if (!looksLikeRecoveryCode(typed)) return null
  const hash = hashRecoveryCode(system.secrets, accountId, typed)
  return (await takeRecoveryCode(tx, accountId, hash, now)) ? 'recovery_code' : null
}

async function takeAppCode(
  { secrets }: Ground,
  tx: Tx,
  { accountId, typed }: Showing,
  now: Date,
): Promise<boolean> {
  const factor = await findSecondFactor(tx, accountId)
  if (!factor) throw new NotFound()
  const secret = openSecret(secrets, accountId, factor.secretBox)
  const code = typed.replace(/\s/g, '')
  const step = stepOfCode(secret, code, { now, lastStep: factor.lastStep })
  return step !== null && takeStep(tx, accountId, step)
}

function hashAll({ secrets }: Ground, accountId: string, codes: readonly string[]): Buffer[] {
  return codes.map((code) => hashRecoveryCode(secrets, accountId, code))
}
