import { defineJob } from '../../platform/jobs/index.ts'
import type { System } from '../../system.ts'
import { countMarked } from './actions/count-marked.ts'

const countMarkedJob = defineJob('count_changed_cases')

export function registerIndicatorJobs(system: System): void {
  system.jobs.work(countMarkedJob, () => countMarked(system.db, system.clock()))
  system.jobs.schedule(countMarkedJob, '* * * * *', 'UTC')
}
