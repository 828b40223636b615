import type { System } from '../system.ts'
import { loadDraftNow, tryDraft } from './actions/run-draft.ts'
import { loadDraftJob, tryDraftJob } from './job-names.ts'

export function registerImportJobs(system: System): void {
  system.jobs.work(tryDraftJob, (of) => tryDraft(system, of, system.clock()))
  system.jobs.work(loadDraftJob, (of) => loadDraftNow(system, of, system.clock()))
}
