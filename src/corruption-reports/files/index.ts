/** Evidence: sealed where it is, taken in parts, never at the cost of a text. */
export { fileApiRoutes } from './api/routes.ts'
