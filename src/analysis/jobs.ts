import type { System } from '../system.ts'
import { registerIndicatorJobs } from './indicators/index.ts'
import { registerReportJobs } from './reports/index.ts'
import { registerSuggestionJobs } from './suggestions/index.ts'
import { registerWordJobs } from './words/index.ts'

/** What the rooms of the analysis do in the background: one line a room. */
export function registerAnalysisJobs(system: System): void {
  registerIndicatorJobs(system)
  registerWordJobs(system)
  registerReportJobs(system)
  registerSuggestionJobs(system)
}
