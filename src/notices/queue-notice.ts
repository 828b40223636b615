import type { Tx } from '../platform/database/connection.ts'
import type { NoticeToQueue } from './notice.ts'
import { insertNotice, noticeRow } from './notice-store.ts'

/** The part of the job queue that queueing a notice needs. */
export interface WakingJobs {
  send(tx: Tx, job: DeliverNotices, data: Record<string, never>): Promise<void>
}

interface DeliverNotices {
  readonly name: string
  readonly retries: Readonly<Record<string, never>>
}

const deliverNoticesJob: DeliverNotices = { name: 'deliver_notices', retries: {} }

/** Queued in the transaction of what it tells: rolled back together, sent only once that stands. */
export async function queueNotice(
  tx: Tx,
  jobs: WakingJobs,
  notice: NoticeToQueue,
  now: Date,
): Promise<void> {
  await insertNotice(tx, noticeRow(notice, now))
  await wakeOutbox(tx, jobs)
}

/** Once for any number of rows that a statement inserted itself. It carries nothing: due rows say the rest. */
export async function wakeOutbox(tx: Tx, jobs: WakingJobs): Promise<void> {
  await jobs.send(tx, deliverNoticesJob, {})
}
