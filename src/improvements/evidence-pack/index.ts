/**
 * The evidence pack: one file with everything that an evaluator asks for of a centre's year, a folder for each
 * criterion and evidence, pages that open without server or network, what is missing, and the hash of each file.
 */
export { writePack, type WrittenPack } from './actions/write-pack.ts'
export { askForPack, makePack, reviewPack } from './actions/make-pack.ts'
export { registerPackJobs } from './jobs.ts'
export { packRoutes, packSection } from './pages/routes.ts'
