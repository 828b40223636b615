import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import { revokeSessions } from '../session-store.ts'

/** One session of the account's own, or every one but the one in use. */
export async function signOut(
  system: Pick<System, 'db' | 'clock'>,
  accountId: string,
  which: { only: string } | { except: string },
): Promise<void> {
  const now = system.clock()
  await inTransaction(system.db, async (tx) => {
    const ended = await revokeSessions(tx, accountId, which, now)
    await recordChange(tx, {
      at: now,
      accountId,
      action: 'signed_out',
      details: { sessions: ended },
    })
  })
}
