import { defineJob } from '../../platform/jobs/index.ts'
import type { System } from '../../system.ts'
import { remindReports } from './actions/remind-reports.ts'
import { tellWeek } from './actions/tell-week.ts'
import { registerReportDueEmail } from './emails/report-due.ts'
import { registerWeekEmail } from './emails/week-of-dues.ts'

const tellWeekJob = defineJob('tell_week_of_dues')
const remindReportsJob = defineJob('remind_of_reports')

/** Every hour, so that it is morning wherever that is. */
export function registerYearJobs(system: System): void {
  registerWeekEmail()
  registerReportDueEmail()
  system.jobs.work(tellWeekJob, async () => {
    await tellWeek(system, system.clock())
  })
  system.jobs.schedule(tellWeekJob, '11 * * * *', 'UTC')
  system.jobs.work(remindReportsJob, async () => {
    await remindReports(system, system.clock())
  })
  system.jobs.schedule(remindReportsJob, '23 * * * *', 'UTC')
}
