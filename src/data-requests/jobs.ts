import { defineJob } from '../platform/jobs/index.ts'
import type { System } from '../system.ts'
import { remindOfRequests } from './actions/remind-of-requests.ts'
import { registerRequestLetters } from './emails/request-letters.ts'

const remindJob = defineJob('remind_of_data_requests')

/** Once a day: in the morning of most of Latin America. */
export function registerRequestJobs(system: System): void {
  registerRequestLetters()
  system.jobs.work(remindJob, async () => {
    await remindOfRequests(system, system.clock())
  })
  system.jobs.schedule(remindJob, '17 13 * * *', 'UTC')
}
