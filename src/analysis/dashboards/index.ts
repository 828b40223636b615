/**
 * Dashboards: for the head of an office, the responsible of the book, the analyst and the chief, each one page
 * that answers first what that person asks first. A view is its address; its figures can be taken along.
 */
export { dashboardRoutes, dashboardSection } from './pages/routes.ts'
export { sayMonths } from './pages/filter-choices.ts'
export { namesOf } from './names-of.ts'
export { quarterOf } from './view-query.ts'
