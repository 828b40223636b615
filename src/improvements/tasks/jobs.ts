import { defineJob } from '../../platform/jobs/index.ts'
import type { System } from '../../system.ts'
import { tellWeek } from './actions/tell-week.ts'
import { registerTaskEmails } from './emails/week-of-tasks.ts'

const tellWeekJob = defineJob('tell_week_of_tasks')

/** Every hour, so that it is Monday's morning wherever that is. */
export function registerTaskJobs(system: System): void {
  registerTaskEmails()
  system.jobs.work(tellWeekJob, async () => {
    await tellWeek(system, system.clock())
  })
  system.jobs.schedule(tellWeekJob, '11 * * * *', 'UTC')
}
