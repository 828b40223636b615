import { createHmac, timingSafeEqual } from 'node:crypto'
import { inTransaction } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { Invalid, NotFound, TooMany } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { createAccount, grantRole } from '../accounts.ts'
import { hadSystemAdmin, lockSystemAdmins } from '../grant-store.ts'
import { hashPassword } from '../passwords.ts'
import { passwordFault } from '../password-rules.ts'
import { attemptKey, countAttempt } from '../../platform/attempts.ts'
import { fromEverywhere } from '../attempt-limits.ts'
import type { Newcomer } from './appoint-person.ts'

type Ground = Pick<System, 'db' | 'clock' | 'secrets'>

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/**
 * The code by which an empty installation knows who may set it up; null once it had an
 * administrator. It comes from the master secret, so that every process prints the same one.
 */
export async function findInstallationCode(system: Pick<Ground, 'db' | 'secrets'>) {
  return (await hadSystemAdmin(system.db)) ? null : installationCode(system)
}

function installationCode({ secrets }: Pick<Ground, 'secrets'>): string {
  const bytes = createHmac('sha256', secrets.keyFor('installation code')).update('1').digest()
  const text = [...bytes.subarray(0, 20)].map((byte) => letters[byte % letters.length]).join('')
  return text.match(/.{5}/g)!.join('-')
}

/** Makes the first administrator of the system. The page that asks for this exists only until then. */
export async function installFirstAdmin(
  system: Ground,
  code: string,
  newcomer: Newcomer & { password: string },
): Promise<void> {
  const now = system.clock()
  const key = attemptKey(system.secrets.keyFor('sign-in attempts'), 'installation')
  const seconds = await countAttempt(system.db, fromEverywhere, key, now)
  if (seconds > 0) throw new TooMany(seconds)
  if (!isSameCode(code, installationCode(system))) {
    throw new Invalid([{ field: 'code', code: 'wrong_code' }])
  }
  const fault = passwordFault(newcomer.password, newcomer)
  if (fault) throw new Invalid([{ field: 'password', code: fault }])
  const passwordHash = await hashPassword(newcomer.password)
  const { email, name, language } = newcomer
  await inTransaction(system.db, async (tx) => {
    await lockSystemAdmins(tx)
    if (await hadSystemAdmin(tx)) throw new NotFound()
    const deed = { by: null, now }
    const accountId = await createAccount(tx, { email, name, language, passwordHash }, deed)
    const place = { administrationId: null, centreId: null, unitId: null }
    const validFrom = localDate(new Date(now.getTime() - 86_400_000), 'UTC')
    await grantRole(tx, { ...place, role: 'system_admin', accountId, validFrom }, deed)
  })
}

function isSameCode(typed: string, code: string): boolean {
  const given = Buffer.from(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  const expected = Buffer.from(code.replaceAll('-', ''))
  return given.length === expected.length && timingSafeEqual(given, expected)
}
