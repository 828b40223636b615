/**
 * Incidents: what staff put right on the spot, noted without a person, counted, and filed as a case when
 * the person wants it in the book all the same.
 */
export { forgetErasedIncidents } from './actions/forget-erased-incidents.ts'
export { countIncidents } from './incident-store.ts'
export { incidentRoutes, incidentsSection } from './pages/routes.ts'
