import type { Tx } from '../../platform/database/connection.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { renewVersions } from '../calendar-store.ts'
import { recomputeClocksJob } from '../recompute-clocks-job.ts'

export type SendingJobs = Pick<Jobs, 'send'>

/** After a change of days: new versions up to the centres, and the open clocks are worked out again. */
export async function renewCalendar(tx: Tx, jobs: SendingJobs, code: string): Promise<void> {
  for (const calendarCode of await renewVersions(tx, code)) {
    await jobs.send(tx, recomputeClocksJob, { calendarCode })
  }
}
