/**
 * Who looks on at a case: colleagues called in a note, those who follow it, those who write about it just now,
 * and the day of whoever works on cases. Nobody is told of a case that they may not see, however they came to it.
 */
export { registerWatchingJobs } from './jobs.ts'
export { daySection, watchingRoutes } from './pages/routes.ts'
export { tellOfFollowed } from './tell-desk.ts'
export { tellPresence } from './tell-form.ts'
export { tellWatching } from './tell-head.ts'
export { tellNote } from './tell-note.ts'
