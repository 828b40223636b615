import { defineJob } from '../../platform/jobs/index.ts'
import type { System } from '../../system.ts'
import { draftDueReports } from './actions/draft-due-reports.ts'
import type { TellOfActions } from './tell-of-actions.ts'

const draftReports = defineJob('draft_reports')

/** Every hour, so that the draft waits on the first morning after the period wherever that is. */
export function registerReportJobs(system: System, ...tellers: readonly TellOfActions[]): void {
  system.jobs.work(draftReports, async () => {
    await draftDueReports(system, system.clock(), tellers)
  })
  system.jobs.schedule(draftReports, '23 * * * *', 'UTC')
}
