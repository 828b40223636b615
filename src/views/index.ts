/**
 * The lists of the desk that people keep under a name, for themselves or for those beside whom they work.
 * A view is how a list is narrowed and nothing else: each reader finds in it what they may see.
 */
export { deskShelf } from './desk-shelf.ts'
export { viewRoutes } from './pages/routes.ts'
