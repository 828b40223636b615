/**
 * The calendar of the year: everything that falls due in any room, by month, and as a subscription for the
 * calendar programs that people use.
 */
export { registerYearJobs } from './jobs.ts'
export { yearRoutes, yearSection } from './pages/routes.ts'
