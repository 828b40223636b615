import { defineJob } from '../platform/jobs/index.ts'
import type { System } from '../system.ts'
import {
  recomputeOpenClocks,
  recomputeStaleClocks,
  type OnMoved,
} from './actions/recompute-open-clocks.ts'
import { watchDeadlines, type DeadlineWatch } from './actions/watch-deadlines.ts'
import { recomputeClocksJob } from './recompute-clocks-job.ts'

/** Every hour: what became overdue, who is to be reminded, and what a change of days left behind. */
export const watchDeadlinesJob = defineJob('watch_deadlines')

export function registerDeadlineJobs(
  { db, jobs, clock }: System,
  watch: DeadlineWatch & { onMoved: OnMoved },
): void {
  jobs.work(watchDeadlinesJob, async () => {
    await recomputeStaleClocks(db, clock(), watch.onMoved)
    await watchDeadlines(db, clock(), watch)
  })
  jobs.schedule(watchDeadlinesJob, '0 * * * *', 'UTC')
  jobs.work(recomputeClocksJob, async ({ calendarCode }) => {
    await recomputeOpenClocks(db, calendarCode, clock(), watch.onMoved)
  })
}
