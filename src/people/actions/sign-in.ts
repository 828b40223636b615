import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { recordChange, recordEvent } from '../../audit/index.ts'
import {
  attemptKey,
  countAttempt,
  countedAttempts,
  forgetAttempts,
} from '../../platform/attempts.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import { findAccountByEmail, type Account } from '../account-store.ts'
import {
  fromEverywhere,
  fromOnePlace,
  ofOneAddress,
  slowAddressPauseMs,
} from '../attempt-limits.ts'
import { knows, remember, type KnownBrowser } from '../known-browser.ts'
import { isPassword, nobodysHash } from '../passwords.ts'
import { sessionEnd } from '../session-rules.ts'
import { insertSession, revokeSessions } from '../session-store.ts'
import { hashSessionToken, makeSessionToken } from '../session-token.ts'

export interface SignInAttempt {
  email: string
  password: string
  address: string
  /** Told to the owner in the list of their sessions: "Firefox, Linux". */
  browser: string
  knownBrowser: KnownBrowser | null
  /** The session that this browser held until now ends. */
  replaces: { accountId: string; sessionId: string } | null
}

export type SignInOutcome =
  | { outcome: 'signed_in'; token: string; browserCookie: string; account: Account }
  | { outcome: 'refused' }
  | { outcome: 'wait'; seconds: number }

type Ground = Pick<System, 'db' | 'clock' | 'secrets'>

/**
 * Compares, slows down guessing, opens a session. An unknown address, a closed account and a wrong
 * password take the same steps and give the same answer.
 */
export async function signIn(system: Ground, attempt: SignInAttempt): Promise<SignInOutcome> {
  const now = system.clock()
  const account = await findAccountByEmail(system.db, attempt.email)
  const keys = keysOf(system, attempt, account)
  const seconds = await secondsToWait(system, keys, now)
  if (seconds > 0) {
    await recordSignIn(system, 'sign_in_delayed', account, now)
    return { outcome: 'wait', seconds }
  }
  await slowDown(system, keys, now)
  const asker = keys.owner ? keys.place.toString('hex') : attempt.address
  const right = await isPassword(attempt.password, account?.passwordHash ?? nobodysHash, asker)
  if (!account || account.disabled || !right) {
    await countAttempt(system.db, ofOneAddress, keys.address, now)
    await recordSignIn(system, 'sign_in_failed', account, now)
    return { outcome: 'refused' }
  }
  await forgetAttempts(system.db, fromOnePlace.purpose, [keys.place])
  const token = await openSession(system, account, attempt, now)
  const browserCookie = remember(attempt.knownBrowser, keys.secret, account.accountId)
  return { outcome: 'signed_in', token, browserCookie, account }
}

interface Keys {
  secret: Buffer
  /** In a browser that the owner has used before. */
  owner: boolean
  place: Buffer
  account: Buffer
  address: Buffer
}

function keysOf(system: Ground, attempt: SignInAttempt, account: Account | null): Keys {
  const secret = system.secrets.keyFor('sign-in attempts')
  const { knownBrowser: browser, address } = attempt
  const email = attempt.email.toLowerCase()
  const owner = browser !== null && account !== null && knows(browser, secret, account.accountId)
  return {
    secret,
    owner,
    place: attemptKey(secret, email, owner ? `browser ${browser.id}` : `address ${address}`),
    account: attemptKey(secret, email),
    address: attemptKey(secret, address),
  }
}

async function secondsToWait({ db }: Ground, keys: Keys, now: Date): Promise<number> {
  const here = await countAttempt(db, fromOnePlace, keys.place, now)
  if (here > 0 || keys.owner) return here
  return countAttempt(db, fromEverywhere, keys.account, now)
}

async function slowDown({ db }: Ground, keys: Keys, now: Date): Promise<void> {
  if (keys.owner) return
  const failures = await countedAttempts(db, ofOneAddress, keys.address, now)
  if (failures >= ofOneAddress.free) await pause(slowAddressPauseMs)
}

async function openSession(
  { db }: Ground,
  { accountId }: Account,
  { browser, replaces }: SignInAttempt,
  now: Date,
): Promise<string> {
  const token = makeSessionToken()
  const sessionId = randomUUID()
  await inTransaction(db, async (tx) => {
    if (replaces) await revokeSessions(tx, replaces.accountId, { only: replaces.sessionId }, now)
    await insertSession(tx, {
      sessionId,
      tokenHash: hashSessionToken(token),
      accountId,
      startedAt: now,
      expiresAt: sessionEnd(now),
      browser,
    })
    await recordChange(tx, {
      at: now,
      accountId,
      action: 'signed_in',
      details: { session: sessionId },
    })
  })
  return token
}

/** Without what was typed: a password often lands in the wrong field. */
async function recordSignIn(
  { db }: Ground,
  action: string,
  account: Account | null,
  at: Date,
): Promise<void> {
  await recordEvent(db, { at, accountId: account?.accountId ?? null, action })
}
