import type { System } from '../../system.ts'
import { makeEvidencePack, makePack } from './actions/make-pack.ts'

export function registerPackJobs(system: System): void {
  system.jobs.work(makeEvidencePack, (asked) => makePack(system, asked, system.clock()))
}
