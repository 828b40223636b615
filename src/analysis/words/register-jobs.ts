import type { System } from '../../system.ts'
import { gatherCorpus } from './actions/gather-corpus.ts'
import { gatherCorpusJob } from './jobs.ts'

export function registerWordJobs(system: System): void {
  system.jobs.work(gatherCorpusJob, (whose) => gatherCorpus(system, whose))
}
