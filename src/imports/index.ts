/**
 * Books that an office kept before this one: read from a table by a mapping, checked row by row, and kept
 * apart with their own numbers, states and dates. No clock runs for them and nobody is notified.
 */
export { listErasedLegacyCases } from './erasing-store.ts'
export { exportBook, type Exported } from './actions/export-book.ts'
export { importCentres, type CentresReport } from './actions/import-centres.ts'
export { importFile } from './actions/import-file.ts'
export { tryImport } from './actions/try-import.ts'
export type { ImportRequest, ImportResult, RowProblem } from './import-request.ts'
export {
  listLegacyFacts,
  listLegacyTexts,
  readLegacyFacts,
  type LegacyFacts,
  type LegacyText,
} from './legacy-facts.ts'
export { countLegacyLessons, listLegacyLessons, type LegacyLesson } from './lesson-store.ts'
export { readCentreMapping, readMapping } from './mapping/read-mapping.ts'
export type { Mapping } from './mapping/mapping.ts'
export { openProblemList } from './problem-list.ts'
export type { ImportReport } from './report.ts'
export { sayImportFailure, sayReport } from './say-report.ts'
export { registerImportJobs } from './jobs.ts'
export { listLegacyCasesOpenTo, type OpenLegacyCase } from './open-to.ts'
export { legacyCaseUrl } from './pages/urls.ts'
export { searchOlderBooks } from './pages/search-older-books.ts'
export { importRoutes, importsSection } from './pages/routes.ts'
export { batchReader } from './verify-batch.ts'
export { countLegacyCases, eraseLegacyBefore } from './retention-store.ts'
