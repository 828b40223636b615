import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { attemptKey, countAttempt, forgetAttempts } from '../../platform/attempts.ts'
import { TooMany } from '../../platform/errors.ts'
import { getAccount, lockAccount, updatePassword } from '../account-store.ts'
import { fromOnePlace } from '../attempt-limits.ts'
import { passwordFault } from '../password-rules.ts'
import { hashPassword, isPassword } from '../passwords.ts'
import { revokeSessions } from '../session-store.ts'

export interface PasswordChange {
  current: string
  next: string
  /** The one session that stays. */
  sessionId: string
}

/** The current one is asked again; every other session ends. Answers what is wrong, if anything. */
export async function changePassword(
  system: Pick<System, 'db' | 'clock' | 'secrets'>,
  accountId: string,
  { current, next, sessionId }: PasswordChange,
): Promise<FieldProblem[]> {
  const now = system.clock()
  const key = attemptKey(system.secrets.keyFor('sign-in attempts'), 'change of password', accountId)
  const seconds = await countAttempt(system.db, fromOnePlace, key, now)
  if (seconds > 0) throw new TooMany(seconds)
  const account = await getAccount(system.db, accountId)
  if (!(await isPassword(current, account.passwordHash, accountId))) {
    return [{ field: 'current', code: 'wrong_password' }]
  }
  await forgetAttempts(system.db, fromOnePlace.purpose, [key])
  const fault = current === next ? 'same_password' : passwordFault(next, account)
  if (fault) return [{ field: 'next', code: fault }]
  const hash = await hashPassword(next)
  await inTransaction(system.db, async (tx) => {
    await lockAccount(tx, accountId)
    await updatePassword(tx, accountId, { hash, mustChange: false })
    await revokeSessions(tx, accountId, { except: sessionId }, now)
    await recordChange(tx, { at: now, accountId, action: 'password_changed' })
  })
  return []
}
