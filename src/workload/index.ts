/**
 * Workload: what each person has in hand, and how it changes hands when somebody goes on leave, leaves for good or
 * a part of the organisation closes. It shares out; it ranks nobody. Cases are moved by the book's own steps.
 */
export { findOrphanedCases } from './actions/find-orphaned-cases.ts'
export { closingCases } from './actions/move-cases-of-part.ts'
export { registerWorkloadJobs } from './jobs.ts'
export { leavingCases } from './leaving.ts'
export { reliefSection, workloadRoutes, workloadSection } from './pages/routes.ts'
export { workloadUrls } from './urls.ts'
