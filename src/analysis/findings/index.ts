/**
 * What is found in what people said: the causes that weigh most, the experience stage by stage, quotes that may
 * be used, and why it happens. The motive that somebody told is never taken for the cause that was found.
 */
export { decideQuote } from './actions/decide-quote.ts'
export { confirmCases, publishCause, writeRootCause } from './actions/write-root-cause.ts'
export { causesOfCases, listCauses, type FoundCause } from './cause-store.ts'
export { mapExperience, type StageOfExperience } from './experience.ts'
export {
  listCasesOfTroubles,
  listSeverities,
  listTroubles,
  type Trouble,
  type TroubleQuestion,
} from './list-troubles.ts'
export { isTrouble, type Idea } from './idea.ts'
export { listOutsideQuotes, type QuoteToPublish } from './outside-quotes.ts'
export { findingsRoutes } from './pages/routes.ts'
export { rankCauses, RANKINGS, type ParetoRow, type Ranking } from './pareto.ts'
export { readExperience, type LivedExperience, type LivedPoint } from './read-experience.ts'
export { readIdeas, type ToldIdea } from './read-ideas.ts'
export { listRootCauses, type StoredRootCause } from './root-cause-store.ts'
