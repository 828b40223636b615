/**
 * The app of the tablets that stand in offices: one page that is the same for everybody, the files that it
 * needs to start without network, and nothing that knows a person or an administration. What a tablet
 * sends, and what it is told, is the affair of the devices.
 */
export { kioskRoutes } from './pages/routes.ts'
