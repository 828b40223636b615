/**
 * The report of each period: a draft made by the calendar with figures, charts, themes and quotes, the words
 * that a person writes around them, a signature, and files that stay the same byte for byte.
 */
export { draftDueReports } from './actions/draft-due-reports.ts'
export { forgetQuotes } from './actions/forget-quotes.ts'
export { setRhythm } from './actions/set-rhythm.ts'
export { publishReport, signReport } from './actions/sign-report.ts'
export { makeDraft, refreshFigures, writeTexts } from './actions/write-report.ts'
export { registerReportJobs } from './jobs.ts'
export { reportRoutes, reportsSection } from './pages/routes.ts'
export { readContent } from './read-content.ts'
export { drawReport } from './read-report.ts'
export type { Report, ReportContent } from './report.ts'
export { listFiles as listReportFiles } from './report-file-store.ts'
export { getReport, listReports } from './report-store.ts'
export type { ActionsAsked, TellOfActions } from './tell-of-actions.ts'
export { reportReader } from './verify-report.ts'
export {
  lastFinished,
  periodsOf,
  readPeriod,
  sayPeriod,
  type ReportingPeriod,
} from './reporting-period.ts'
export { findRhythm } from './rhythm-store.ts'
