import { defineJob } from '../../platform/jobs/index.ts'
import type { System } from '../../system.ts'
import { drawPromises } from './actions/draw-promises.ts'

const drawPromisesJob = defineJob('draw_promised_measures')

/** Every hour: what was promised to a person in the morning is somebody's task at noon. */
export function registerMeasureJobs(system: System): void {
  system.jobs.work(drawPromisesJob, async () => {
    await drawPromises(system, system.clock())
  })
  system.jobs.schedule(drawPromisesJob, '37 * * * *', 'UTC')
}
