import { defineJob } from '../platform/jobs/index.ts'
import type { System } from '../system.ts'
import { remindReaders } from './officers/actions/remind-readers.ts'
import { registerOfficerEmails } from './officers/emails/something-to-see.ts'
import { keepSealed } from './retention/keep-sealed.ts'

const keepSealedJob = defineJob('keep_sealed')
const remindReadersJob = defineJob('remind_readers')

/** At fixed hours only: no job of its own ever tells that something was filed. */
export function registerSealedJobs(system: System): void {
  const { sealed, jobs, clock } = system
  if (!sealed.open) return
  jobs.work(keepSealedJob, () => keepSealed(system, sealed, clock()))
  jobs.schedule(keepSealedJob, '41 7 * * *', 'UTC')
  registerOfficerEmails()
  jobs.work(remindReadersJob, () => remindReaders(system, clock()))
  jobs.schedule(remindReadersJob, '0 * * * *', 'UTC')
}
