/** The door: how somebody reports, from the first page to the ten words. */
export { doorRoutes } from './pages/routes.ts'
export { doorApiRoutes } from './api/routes.ts'
