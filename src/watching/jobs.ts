import { defineJob } from '../platform/jobs/index.ts'
import type { System } from '../system.ts'
import { tellDay } from './actions/tell-day.ts'
import { registerMentionEmail } from './emails/case-mention.ts'
import { registerDayEmail } from './emails/day-of-followed.ts'

const tellDayJob = defineJob('tell_day_of_followed')

/** Every hour, so that it is morning wherever that is. */
export function registerWatchingJobs(system: System): void {
  registerMentionEmail()
  registerDayEmail()
  system.jobs.work(tellDayJob, async () => {
    await tellDay(system, system.clock())
  })
  system.jobs.schedule(tellDayJob, '17 * * * *', 'UTC')
}
