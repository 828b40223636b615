import { defineJob } from '../platform/jobs/index.ts'
import type { System } from '../system.ts'
import { eraseByRule } from './actions/erase-by-rule.ts'

const eraseByRuleJob = defineJob('erase_by_rule', { retryLimit: 2, expireInSeconds: 6 * 3600 })

/** At night in the Americas, where nobody waits for the database. */
export function registerRetentionJobs(system: System): void {
  system.jobs.work(eraseByRuleJob, () => eraseByRule(system, system.clock()))
  system.jobs.schedule(eraseByRuleJob, '11 8 * * *', 'UTC')
}
