/** The door: how somebody reports, from the first page to the ten words. */
export { doorRoutes } from './pages/routes.ts'
export { isDoorOpen } from './openness.ts'
export { doorApiRoutes } from './api/routes.ts'
