/** The dialogue: how somebody who reported comes back, reads, writes and adds, by ten words alone. */
export { dialogueApiRoutes } from './api/routes.ts'
export { dialogueRoutes } from './pages/routes.ts'
