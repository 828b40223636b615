import type { System } from '../../system.ts'
import { forgetErased } from './actions/forget-erased.ts'
import { gatherCorpus } from './actions/gather-corpus.ts'
import { forgetErasedJob, gatherCorpusJob } from './jobs.ts'

export function registerWordJobs(system: System): void {
  system.jobs.work(gatherCorpusJob, (whose) => gatherCorpus(system, whose))
  system.jobs.work(forgetErasedJob, () => forgetErased(system))
  system.jobs.schedule(forgetErasedJob, '17 * * * *', 'UTC')
}
