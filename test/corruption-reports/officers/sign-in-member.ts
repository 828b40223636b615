import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { sessionEnd } from '../../../src/people/session-rules.ts'
import { insertSession, markSecondFactorShown } from '../../../src/people/session-store.ts'
import { hashSessionToken, makeSessionToken } from '../../../src/people/session-token.ts'
import { inTransaction } from '../../../src/platform/database/connection.ts'
import type { System } from '../../../src/system.ts'

/** A browser of somebody who signed in and showed the second factor. */
export async function signInMember(
  system: System,
  context: BrowserContext,
  accountId: string,
  url: string,
): Promise<void> {
  const value = await openMemberSession(system, accountId)
  await context.addCookies([{ name: 'personal', value, url }])
}

/** What the cookie of such a session holds. */
export async function openMemberSession(
  system: System,
  accountId: string,
  { secondFactor = true }: { secondFactor?: boolean } = {},
): Promise<string> {
  const token = makeSessionToken()
  const sessionId = randomUUID()
  const now = system.clock()
  await inTransaction(system.db, async (tx) => {
    await insertSession(tx, {
      sessionId,
      tokenHash: hashSessionToken(token),
      accountId,
      startedAt: now,
      expiresAt: sessionEnd(now),
      browser: '',
    })
    if (secondFactor) await markSecondFactorShown(tx, sessionId, now)
  })
  return token
}
