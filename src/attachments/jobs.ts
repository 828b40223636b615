import { defineJob } from '../platform/jobs/index.ts'
import type { System } from '../system.ts'
import { clearUnclaimed } from './actions/clear-unclaimed.ts'
import { clearErasedFiles } from './actions/erase-files.ts'
import { scanWaiting } from './actions/scan-waiting.ts'

const clearUnclaimedJob = defineJob('clear_unclaimed_attachments')
const scanWaitingJob = defineJob('scan_waiting_attachments')

export function registerAttachmentJobs(system: System): void {
  system.jobs.work(clearUnclaimedJob, async () => {
    await clearUnclaimed(system, system.clock())
    await clearErasedFiles(system)
  })
  system.jobs.work(scanWaitingJob, () => scanWaiting(system, system.clock()))
  system.jobs.schedule(clearUnclaimedJob, '23 * * * *', 'UTC')
  system.jobs.schedule(scanWaitingJob, '*/5 * * * *', 'UTC')
}
