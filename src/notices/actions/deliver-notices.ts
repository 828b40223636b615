import type { System } from '../../system.ts'
import { claimDueNotice } from '../outbox-store.ts'
import { concernsAllLetters } from '../retry-rules.ts'
import { sendLetter, type Attempt } from '../send-letter.ts'
import type { Notice } from '../notice.ts'
import { findTextNotice } from '../text-message.ts'
import { settleAbandoned, settleNotice } from './settle-notice.ts'

/** A round ends by itself, so that a worker can be stopped; the next one goes on. */
const LETTERS_A_ROUND = 500

/**
 * Sends what is due, one letter at a time: marked as being sent and committed, sent, settled. Safe
 * with any number of workers. Returns how many letters it tried.
 */
export async function deliverNotices(system: System): Promise<number> {
  await settleAbandoned(system)
  let tried = 0
  while (tried < LETTERS_A_ROUND) {
    const notice = await claimDueNotice(system.db, system.clock())
    if (!notice) break
    tried += 1
    const attempt = await sendLetter(system, notice)
    await settleNotice(system, notice, attempt)
    if (nobodyIsServed(notice, attempt)) break
  }
  return tried
}

/** Where texts are refused, letters go on. */
function nobodyIsServed({ template }: Notice, attempt: Attempt): boolean {
  if (findTextNotice(template)) return false
  return attempt.became === 'not_sent' && concernsAllLetters(attempt.failure)
}
