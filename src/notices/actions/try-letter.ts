import type { StaffDeed } from '../../people/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import { trialOf } from '../letter-trial.ts'
import type { LetterKey } from '../letter-words-store.ts'
import { queueNotice } from '../queue-notice.ts'

/** Queues a letter with invented data to the account of whoever asks, and to nobody else. */
export async function tryLetter(
  { db, jobs }: Pick<System, 'db' | 'jobs'>,
  { administrationId, accountId, at }: StaffDeed,
  key: LetterKey,
): Promise<void> {
  const notice = trialOf(administrationId, accountId, key)
  await inTransaction(db, (tx) => queueNotice(tx, jobs, notice, at))
}
