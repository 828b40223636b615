import { defineJob } from '../../platform/jobs/index.ts'
import type { System } from '../../system.ts'
import { deleteLostFiles } from './device-file-store.ts'

const clearLostFiles = defineJob('clear_lost_device_files')

/** A tablet that was away for longer sends its photos again. */
const DAYS_KEPT = 30

export function registerDeviceJobs({ jobs, db, clock }: System): void {
  jobs.work(clearLostFiles, () =>
    deleteLostFiles(db, new Date(clock().getTime() - DAYS_KEPT * 86_400_000)),
  )
  jobs.schedule(clearLostFiles, '41 3 * * *', 'UTC')
}
