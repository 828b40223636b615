import type { Tx } from '../platform/database/connection.ts'
import type { Jobs } from '../platform/jobs/index.ts'
import { deliverNoticesJob } from './job-names.ts'
import type { NoticeToQueue } from './notice.ts'
import { insertNotice, noticeRow } from './notice-store.ts'

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

/** Once for any number of rows that a statement inserted itself; without it they wait a minute at most. */
export async function wakeOutbox(tx: Tx, jobs: Jobs): Promise<void> {
  await jobs.send(tx, deliverNoticesJob, {})
}
