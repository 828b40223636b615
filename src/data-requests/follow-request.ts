import { timingSafeEqual } from 'node:crypto'
import { hashTrackingToken } from '../cases/index.ts'
import { attemptKey, countAttempt, type AttemptPolicy } from '../platform/attempts.ts'
import { NotFound, TooMany } from '../platform/errors.ts'
import type { System } from '../system.ts'
import { findToFollow } from './request-store.ts'

/** Wrong secrets slow down those who guess at one number; the right one always opens. */
const GUESSING: AttemptPolicy = {
  purpose: 'follow_data_request',
  free: 10,
  firstWaitSeconds: 2,
  longestWaitSeconds: 300,
  forgetAfterSeconds: 24 * 3600,
}
const LONGEST = 40

/** The number of the request that this secret opens. A wrong secret and an unknown number look the same. */
export async function matchRequest(
  system: System,
  typed: { number: string; secret: string },
  now: Date,
): Promise<string> {
  const number = typed.number.replace(/\s+/g, '').toUpperCase().slice(0, LONGEST)
  const found = await findToFollow(system.db, number)
  const kept = found?.secretHash ?? Buffer.alloc(32)
  if (timingSafeEqual(kept, hashTrackingToken(typed.secret)) && found) return number

  const key = attemptKey(system.secrets.keyFor('attempts'), 'follow_data_request', number)
  const wait = await countAttempt(system.db, GUESSING, key, now)
  if (wait > 0) throw new TooMany(wait)
  throw new NotFound()
}
