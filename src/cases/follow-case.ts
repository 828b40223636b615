import { timingSafeEqual } from 'node:crypto'
import { NotFound, TooMany } from '../platform/errors.ts'
import { attemptKey, countAttempt, type AttemptPolicy } from '../platform/attempts.ts'
import type { Db } from '../platform/database/connection.ts'
import type { System } from '../system.ts'
import type { Case } from './case.ts'
import { listCasesForFollower, type CaseToFollow } from './case-number-store.ts'
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
/** What a tablet without network prints: its own code stands in the place of the year. */
const PROVISIONAL_NUMBER = /^[A-Z][A-Z0-9]{1,11}-T[0-9A-HJKMNP-TV-Z]{3}-\d{6,9}$/
const IN_ONE_PIECE =
  /^([A-Z][A-Z0-9]{1,11}?)((?:19|20)\d{2}|T[0-9A-HJKMNP-TV-Z]{3}(?=\d{6}))(\d{1,9})$/
const LONGEST = 40

/**
 * As people write it: in small letters, with spaces or without, with the letter O for a zero, without the
 * leading zeros. What is no number comes back short enough to be counted and shown.
 */
export function normaliseCaseNumber(typed: string): string {
  const parts = typed
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .split(/[\s\p{Pd}/._]+/u)
    .filter((part) => part !== '')
  const [code = '', year = '', number = ''] =
    parts.length === 3 ? parts : (IN_ONE_PIECE.exec(parts.join(''))?.slice(1) ?? parts)
  const digits = number && asDigits(number).replace(/^0+/, '').padStart(6, '0')
  return `${code}-${asDigits(year)}-${digits}`.slice(0, LONGEST)
}

export function isCaseNumber(text: string): boolean {
  return CASE_NUMBER.test(text)
}

export function isProvisionalNumber(text: string): boolean {
  return PROVISIONAL_NUMBER.test(text)
}

function asDigits(text: string): string {
  return text.replace(/O/g, '0').replace(/[IL]/g, '1')
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
  const found = await listCandidates(system.db, caseNumber)
  const opened = found.filter(({ tokenHashes }) => opens(tokenHashes, tokenHash))
  if (opened[0]) return opened[0].item

  const key = attemptKey(system.secrets.keyFor('attempts'), 'follow', caseNumber)
  const wait = await countAttempt(system.db, GUESSING, key, now)
  if (wait > 0) throw new TooMany(wait)
  throw new NotFound()
}

function listCandidates(db: Db, number: string): Promise<CaseToFollow[]> {
  if (isCaseNumber(number)) return listCasesForFollower(db, { caseNumber: number })
  if (isProvisionalNumber(number)) return listCasesForFollower(db, { provisionalNumber: number })
  return Promise.resolve([])
}

/** One comparison at least, so that an unknown number takes no less time. */
function opens(tokenHashes: readonly Buffer[], typed: Buffer): boolean {
  const hashes = tokenHashes.length > 0 ? tokenHashes : [Buffer.alloc(32)]
  return hashes.map((hash) => timingSafeEqual(hash, typed)).includes(true)
}
