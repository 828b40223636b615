import type { System } from '../system.ts'
import { registerMeasureJobs } from './measures/index.ts'
import { registerProjectEmails } from './projects/index.ts'
import { registerPackJobs } from './evidence-pack/index.ts'
import { registerToldEmails } from './told/index.ts'
import { registerYearJobs } from './year/index.ts'

/** What the rooms of the improvement do by the clock. */
export function registerImprovementJobs(system: System): void {
  registerYearJobs(system)
  registerMeasureJobs(system)
  registerProjectEmails()
  registerToldEmails()
  registerPackJobs(system)
}
