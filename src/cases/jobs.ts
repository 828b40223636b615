import { registerDeadlineJobs } from '../deadlines/index.ts'
import type { System } from '../system.ts'
import { caseDeadlineWatch } from './deadline-watch.ts'

export function registerCaseJobs(system: System): void {
  registerDeadlineJobs(system, caseDeadlineWatch(system))
}
