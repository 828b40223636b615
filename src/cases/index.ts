/**
 * The book: the ordinary kinds of what people say, from filing to answer. A case has a number, a secret
 * with which its person follows it, a date, and a history that nobody rewrites; its states and who may
 * move it stand in one table.
 */
export { fileCase, type FilingReceipt, type FilingRequest } from './actions/file-case.ts'
export { caseApiRoutes } from './api/routes.ts'
export { caseRoutes } from './pages/case/routes.ts'
export { deskRoutes, deskSection } from './pages/desk/routes.ts'
export { filingRoutes } from './pages/filing/routes.ts'
export { followRoutes } from './pages/follow/routes.ts'
export { insertBook } from './book-store.ts'
export { countOpenCases } from './case-store.ts'
export { registerCaseJobs } from './jobs.ts'
export type { Fault } from '../ledger/index.ts'
export { verifyBook, type BookReport } from './verify-book.ts'
export { registerCaseNotices } from './register-notices.ts'
