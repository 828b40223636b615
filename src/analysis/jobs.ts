import type { System } from '../system.ts'
import { registerIndicatorJobs } from './indicators/index.ts'
import { registerReportJobs, type TellOfActions } from './reports/index.ts'
import { registerSuggestionJobs } from './suggestions/index.ts'
import { registerWordJobs } from './words/index.ts'

/** What the rooms of the analysis do in the background: one line a room. */
export function registerAnalysisJobs(system: System, ...tellers: readonly TellOfActions[]): void {
  registerIndicatorJobs(system)
  registerWordJobs(system)
  registerReportJobs(system, ...tellers)
  registerSuggestionJobs(system)
}
