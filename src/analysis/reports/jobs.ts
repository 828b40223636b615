import { defineJob } from '../../platform/jobs/index.ts'
import type { System } from '../../system.ts'
import { draftDueReports } from './actions/draft-due-reports.ts'

const draftReports = defineJob('draft_reports')

/** Every hour, so that the draft waits on the first morning after the period wherever that is. */
export function registerReportJobs(system: System): void {
  system.jobs.work(draftReports, async () => {
    await draftDueReports(system, system.clock())
  })
  system.jobs.schedule(draftReports, '23 * * * *', 'UTC')
}
