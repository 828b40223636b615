/**
 * Dashboards: for the head of an office, the responsible of the book, the analyst and the chief, each one page
 * that answers first what that person asks first. A view is its address; its figures can be taken along.
 */
export { dashboardRoutes, dashboardSection } from './pages/routes.ts'
export { inTimeByMember, receivedByMember, sayMonth } from './charts-of.ts'
export type { TellImprovements } from './tell-improvements.ts'
export { unitOf } from './key-figures.ts'
export { namesOf } from './names-of.ts'
export { pick } from './pick.ts'
export { pointOf } from './say-missing.ts'
