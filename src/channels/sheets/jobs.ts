import { defineJob } from '../../platform/jobs/index.ts'
import type { System } from '../../system.ts'
import { watchPiles } from './actions/watch-piles.ts'
import { registerSheetEmails } from './emails/sheets-waiting.ts'

const watchPilesJob = defineJob('watch_paper_piles')

/** Every hour, after the clocks of the cases. */
export function registerSheetJobs(system: System): void {
  registerSheetEmails()
  system.jobs.work(watchPilesJob, async () => {
    await watchPiles(system, system.clock())
  })
  system.jobs.schedule(watchPilesJob, '7 * * * *', 'UTC')
}
