import { deleteOldAttempts } from '../platform/attempts.ts'
import { defineJob } from '../platform/jobs/index.ts'
import type { System } from '../system.ts'
import { deleteEndedSessions } from './session-store.ts'

const DAY_MS = 24 * 3_600_000

export const forgetSignIns = defineJob('forget_sign_ins')

/** Every night: what ended is forgotten. The audit log keeps who signed in and when. */
export function registerPeopleJobs({ db, clock, jobs }: System): void {
  jobs.work(forgetSignIns, async () => {
    const now = clock().getTime()
    await deleteEndedSessions(db, new Date(now - 7 * DAY_MS))
    await deleteOldAttempts(db, new Date(now - 2 * DAY_MS))
  })
  jobs.schedule(forgetSignIns, '17 8 * * *', 'UTC')
}
