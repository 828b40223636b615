import { listAdministrations } from '../../administrations/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { defineJob } from '../../platform/jobs/index.ts'
import type { System } from '../../system.ts'
import { learnTask } from './actions/learn-task.ts'
import { TASKS, type Task } from './task.ts'
import { registerThemeJobs } from './themes/jobs.ts'

const learnSuggestionsJob = defineJob('learn_suggestions')
const learnTaskJob = defineJob<{ administrationId: string; task: Task }>('learn_suggestion_task', {
  expireInSeconds: 3600,
})

/** By night, one task after the other. */
export function registerSuggestionJobs(system: System): void {
  const { jobs, db, clock } = system
  jobs.work(learnSuggestionsJob, async () => {
    const administrations = await listAdministrations(db)
    await inTransaction(db, async (tx) => {
      for (const { administrationId } of administrations)
        for (const task of TASKS) await jobs.send(tx, learnTaskJob, { administrationId, task })
    })
  })
  jobs.work(learnTaskJob, (data) => learnTask(system, data, clock()))
  jobs.schedule(learnSuggestionsJob, '17 7 * * *', 'UTC')
  registerThemeJobs(system)
}
