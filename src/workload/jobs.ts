import { defineJob } from '../platform/jobs/index.ts'
import type { System } from '../system.ts'
import { findOrphanedCases } from './actions/find-orphaned-cases.ts'
import { registerDatesMovedEmail } from './emails/dates-moved.ts'
import { registerRehomedEmail } from './emails/cases-rehomed.ts'
import { registerWorkloadEmails } from './emails/cases-handed-over.ts'

const findOrphanedCasesJob = defineJob('find_orphaned_cases')

/** Every night, before anybody comes to work. */
export function registerWorkloadJobs(system: System): void {
  registerWorkloadEmails()
  registerRehomedEmail()
  registerDatesMovedEmail()
  system.jobs.work(findOrphanedCasesJob, async () => {
    await findOrphanedCases(system, system.clock())
  })
  system.jobs.schedule(findOrphanedCasesJob, '23 9 * * *', 'UTC')
}
