import type { Job as QueuedJob, PgBoss } from 'pg-boss'
import type { Log } from '../log/index.ts'
import type { JobData } from './job.ts'

/** Each job of a batch succeeds or fails alone: one that throws does not make its neighbours run again. */
export async function settleOneByOne(batch: {
  boss: PgBoss
  jobs: readonly QueuedJob<JobData>[]
  handler: (data: JobData) => Promise<void>
  log: Log
}): Promise<void> {
  for (const job of batch.jobs) {
    try {
      await batch.handler(job.data)
    } catch (error) {
      batch.log.error({ err: error, job: job.name, jobId: job.id }, 'job failed')
      await batch.boss.fail(job.name, job.id, { failed: error instanceof Error ? error.name : '' })
      continue
    }
    await batch.boss.complete(job.name, job.id)
  }
}
