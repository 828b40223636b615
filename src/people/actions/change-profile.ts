import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import { updateAccount } from '../account-store.ts'

export async function changeProfile(
  system: Pick<System, 'db' | 'clock'>,
  accountId: string,
  profile: { name: string; language: string } | { pageKeys: boolean },
): Promise<void> {
  const now = system.clock()
  await inTransaction(system.db, async (tx) => {
    await updateAccount(tx, accountId, profile)
    await recordChange(tx, { at: now, accountId, action: 'profile_changed' })
  })
}
