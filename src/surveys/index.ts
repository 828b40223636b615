/**
 * How was it? Instruments as data with versions, campaigns that ask a population for a while, answers that
 * belong to nobody, and what they come to: satisfaction by driver, with its interval, and small cells hidden.
 * Against stuffing each form carries a signed pass, good once and for two hours (kept as a spent hash until
 * it expires), and a campaign takes so many answers an hour (429 above): nobody is tracked for either.
 */
export { ChangedInstrument, loadInstrument } from './actions/load-instrument.ts'
export { changeCampaign } from './actions/change-campaign.ts'
export { endCampaign } from './actions/end-campaign.ts'
export { openCampaign } from './actions/open-campaign.ts'
export { takeFurtherAnswers, takeResponse } from './actions/take-response.ts'
export { takeTabletResponse } from './actions/take-tablet-response.ts'
export {
  findAnswerSurvey,
  findSurveyAt,
  recordAnswerSurvey,
  type AnswerSurvey,
} from './after-answer.ts'
export { campaignState, lastDayOf, type Campaign, type SurveyChannel } from './campaign.ts'
export { LONGEST_COMMENT } from './comment.ts'
export type { CampaignInput } from './campaign-input.ts'
export { listCampaigns, listRunning } from './campaign-store.ts'
export { DRIVERS, SATISFIED_FROM, type Driver, type Instrument } from './instrument.ts'
export { listSegmentTexts } from './instrument-store.ts'
export { driverQuestions } from './pages/survey-view.ts'
export { campaignRoutes, surveyRoutes, surveySection } from './pages/routes.ts'
export { surveyAddress } from './pages/urls.ts'
export {
  readFurtherAnswers,
  readScores,
  segmentField,
  type DriverScores,
  type FurtherAnswers,
} from './response-input.ts'
export { readResults, type CampaignResults } from './read-results.ts'
export { countResponses } from './response-store.ts'
export {
  listGroups,
  listScorePairs,
  listServiceTallies,
  type GroupTally,
  type ScorePair,
  type Tally,
} from './results-store.ts'
export { countComments, deleteComments } from './comment-retention-store.ts'
