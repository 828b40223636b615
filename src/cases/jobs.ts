import { registerDeadlineJobs } from '../deadlines/index.ts'
import { defineJob } from '../platform/jobs/index.ts'
import type { System } from '../system.ts'
import { expireDrafts } from './actions/expire-drafts.ts'
import { caseDeadlineWatch } from './deadline-watch.ts'

const expireDraftsJob = defineJob('expire_filing_drafts')

export function registerCaseJobs(system: System): void {
  registerDeadlineJobs(system, caseDeadlineWatch(system))
  system.jobs.work(expireDraftsJob, async () => {
    await expireDrafts(system, system.clock())
  })
  system.jobs.schedule(expireDraftsJob, '41 * * * *', 'UTC')
}
