/**
 * Paper: blank sheets for the physical book with a series of their own, and the written ones that came in
 * and wait to be typed, with the day by which they must be in the book.
 */
export { listSitesWithSheets } from './site-sheet-store.ts'
export { registerSheetJobs } from './jobs.ts'
export { sheetRoutes, sheetsSection } from './pages/routes.ts'
export { tellOfWaitingSheets } from './pages/tell-desk.ts'
