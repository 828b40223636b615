import { timingSafeEqual } from 'node:crypto'
import { NotFound, TooMany } from '../platform/errors.ts'
import { attemptKey, countAttempt, type AttemptPolicy } from '../platform/attempts.ts'
import type { System } from '../system.ts'
import type { Case } from './case.ts'
import { findCaseForFollower } from './case-store.ts'
import { hashTrackingToken } from './tracking-token.ts'

/** Wrong secrets slow down those who guess at one number, whoever they are; the right one always opens. */
const GUESSING: AttemptPolicy = {
  purpose: 'follow',
  free: 10,
  firstWaitSeconds: 2,
  longestWaitSeconds: 300,
  forgetAfterSeconds: 24 * 3600,
}

const CASE_NUMBER = /^[A-Z][A-Z0-9]{1,11}-\d{4}-\d{6,9}$/

/** As people write it: in small letters, with spaces, without leading zeros. */
export function normaliseCaseNumber(typed: string): string {
  const [code = '', year = '', number = ''] = typed
    .trim()
    .toUpperCase()
    .split(/[\s\-–—/.]+/)
  return `${code}-${year}-${number.padStart(6, '0')}`
}

/** The case of a number and its secret. A wrong secret and an unknown number look the same. */
export async function followCase(
  system: System,
  number: string,
  token: string,
  now: Date,
): Promise<Case> {
  const caseNumber = normaliseCaseNumber(number)
  const tokenHash = hashTrackingToken(token)
  const found = CASE_NUMBER.test(caseNumber)
    ? await findCaseForFollower(system.db, caseNumber)
    : null
  const matches = timingSafeEqual(found?.tokenHash ?? Buffer.alloc(32), tokenHash)
  if (found && matches) return found.item

  const key = attemptKey(system.secrets.keyFor('attempts'), 'follow', caseNumber.slice(0, 40))
  const wait = await countAttempt(system.db, GUESSING, key, now)
  if (wait > 0) throw new TooMany(wait)
  throw new NotFound()
}
