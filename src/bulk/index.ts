/**
 * One step for many cases: what would happen to each is shown first, then each is taken in a transaction of its
 * own by the same action as from its own page. Never an answer: those are written and read one by one.
 */
export { bulkRoutes } from './pages/routes.ts'
export { tellBulk } from './tell-bulk.ts'
