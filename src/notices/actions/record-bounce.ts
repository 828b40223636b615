import type { Tx } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import { noticeIdIn } from '../message-id.ts'
import type { NoticeId } from '../notice-store.ts'
import { updateBounced } from '../outbox-store.ts'
import { queueTelling } from './settle-notice.ts'

/**
 * A mail server far away says, after ours had taken the letter over, that it did not arrive. Staff see it
 * among those that failed. Null: the letter is none of ours, or was known not to have arrived.
 */
export async function recordBounce(
  tx: Tx,
  system: System,
  messageId: string,
  now: Date,
): Promise<NoticeId | null> {
  const noticeId = noticeIdIn(messageId, system.config)
  const notice = noticeId === null ? null : await updateBounced(tx, noticeId, now)
  if (notice) await queueTelling(tx, system, notice)
  return notice
}
