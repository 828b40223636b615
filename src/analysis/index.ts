/**
 * What people said, understood: indicators, themes and codes, dashboards, and the report of each period. It
 * reads only what other features publish, and of sealed reports nothing but their public figures.
 */
export { boardRoutes, listHeadings, type Heading } from './board/index.ts'
export {
  drawInPdf,
  fitted,
  heightAt,
  line,
  words,
  writeSvg,
  WIDTH,
  type Drawing,
  type Shape,
} from './charts/index.ts'
export {
  causesOfCases,
  confirmCases,
  findingsRoutes,
  listCasesOfTroubles,
  listCauses,
  listSeverities,
  listTroubles,
  publishCause,
  writeRootCause,
  readExperience,
  type FoundCause,
  type LivedExperience,
  type LivedPoint,
  type Trouble,
  type TroubleQuestion,
} from './findings/index.ts'
export * from './indicators/index.ts'
export { registerAnalysisJobs } from './jobs.ts'
export {
  drawReport,
  findRhythm,
  forgetQuotes,
  getReport,
  listReportFiles,
  listReports,
  periodsOf,
  readPeriod,
  reportReader,
  reportRoutes,
  reportsSection,
  sayPeriod,
  type ActionsAsked,
  type TellOfActions,
} from './reports/index.ts'
export { dashboardRoutes, dashboardSection, type TellImprovements } from './dashboards/index.ts'
export {
  beginFrame,
  codeSegment,
  countGatheredTexts,
  forgetErasedTexts,
  forgetGathered,
  gatherCorpus,
  listCodes,
  listReadCases,
  listSegments,
  listTexts,
  openCorpus,
  readMask,
  readMaskedCase,
  registerWordJobs,
  resolveDisagreement,
  wordsRoutes,
  wordsSection,
  type CorpusText,
} from './words/index.ts'
export { openDataRoutes } from './open-data/index.ts'
export {
  forgetLearnt,
  suggestCodes,
  tellEarlier,
  tellSuggestions,
  themeRoutes,
  themesSection,
} from './suggestions/index.ts'
