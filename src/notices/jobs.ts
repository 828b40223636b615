import type { System } from '../system.ts'
import { deliverNotices } from './actions/deliver-notices.ts'
import { deliverNoticesJob, tellOutcomeJob } from './job-names.ts'
import { tellOutcome } from './outcomes.ts'

/** Woken by whoever queues a notice, and every minute for what is tried again. */
export function registerNoticeJobs(system: System): void {
  system.jobs.work(deliverNoticesJob, async () => {
    await deliverNotices(system)
  })
  system.jobs.work(tellOutcomeJob, (id) => tellOutcome(system, id))
  system.jobs.schedule(deliverNoticesJob, '* * * * *', 'UTC')
}
