import type { Tx } from '../platform/database/connection.ts'
import type { Jobs } from '../platform/jobs/index.ts'
import { deliverNoticesJob } from './job-names.ts'
import type { NoticeToQueue } from './notice.ts'
import { insertNotice, isNoticeQueued, isNoticeWaiting, noticeRow } from './notice-store.ts'

/** Queued in the transaction of what it tells: rolled back together, sent only once that stands. */
export async function queueNotice(
  tx: Tx,
  jobs: Jobs,
  notice: NoticeToQueue,
  now: Date,
): Promise<void> {
  await insertNotice(tx, noticeRow(notice, now))
  await wakeOutbox(tx, jobs)
}

/**
 * For what nobody may know when it happened: it leaves at that later time, no other time is kept, and
 * whoever is told of several such things is told once.
 */
export async function queueNoticeFor(tx: Tx, notice: NoticeToQueue, at: Date): Promise<void> {
  const row = noticeRow(notice, at)
  if (!(await isNoticeQueued(tx, row))) await insertNotice(tx, row)
}

/** At that later time, and once: while the same letter about the same waits for the same, no other is queued. */
export async function queueNoticeOnce(tx: Tx, notice: NoticeToQueue, at: Date): Promise<void> {
  const row = noticeRow(notice, at)
  if (!(await isNoticeWaiting(tx, row))) await insertNotice(tx, row)
}

/** Once for any number of rows that a statement inserted itself; without it they wait a minute at most. */
export async function wakeOutbox(tx: Tx, jobs: Jobs): Promise<void> {
  await jobs.send(tx, deliverNoticesJob, {})
}
