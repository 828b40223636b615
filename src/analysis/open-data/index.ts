/**
 * Figures for everybody: the administration's page of transparency, and open data at addresses that stay, with
 * a dictionary and a licence. A running month is not told, and cells under ten are hidden with what gives them away.
 */
export { openDataRoutes } from './pages/routes.ts'
