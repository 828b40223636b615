/**
 * Links that an office prints or puts on its own page: each says for the person which office, window,
 * service and kind it is about. Posters carry them as a code; what each brought in is counted by day,
 * except at the sealed door, of which nothing is counted or kept.
 */
export { countBegun } from './actions/count-link.ts'
export { posterRoutes, postersSection } from './pages/routes.ts'
export { nameLink } from './name-link.ts'
export { listPosterSites } from './site-poster-store.ts'
export { sealedDoorCode, type SealedDoorCode } from './sealed-door-code.ts'
