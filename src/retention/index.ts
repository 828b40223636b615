/**
 * Retention: for how long each thing is kept, by the regime and by the administration within it, what each
 * rule erases and when, and the nightly run that erases it everywhere. It writes down rule, day and number.
 */
export { eraseByRule } from './actions/erase-by-rule.ts'
export { forgetDerived } from './actions/forget-derived.ts'
export { registerRetentionJobs } from './jobs.ts'
export { retentionRoutes, retentionSection } from './pages/routes.ts'
export { retentionSetting } from './retention-setting.ts'
