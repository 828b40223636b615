import { defineJob } from '../../platform/jobs/index.ts'
import type { System } from '../../system.ts'
import { forgetErasedMail } from './actions/forget-erased-mail.ts'
import { readMailbox } from './imap/read-mailbox.ts'
import { updateCleared } from './mail-store.ts'

const readMailboxJob = defineJob('read_mailbox', { retryLimit: 0, expireInSeconds: 900 })
const clearMail = defineJob('clear_settled_mail')
const forgetMail = defineJob('forget_erased_mail')

/** Until then whatever was dismissed by mistake can be brought back. */
const DAYS_KEPT = 30

export function registerMailboxJobs(system: System): void {
  const { jobs, config, db, clock } = system
  jobs.work(readMailboxJob, async () => {
    await readMailbox(system)
  })
  if (config.imapUrl !== null) jobs.schedule(readMailboxJob, '* * * * *', 'UTC')
  jobs.work(clearMail, () =>
    updateCleared(db, new Date(clock().getTime() - DAYS_KEPT * 86_400_000)),
  )
  jobs.schedule(clearMail, '23 3 * * *', 'UTC')
  jobs.work(forgetMail, () => forgetErasedMail(db))
  jobs.schedule(forgetMail, '*/5 * * * *', 'UTC')
}
