/**
 * Help from the machine, never a decision: what a text probably is, learnt from what people confirmed, with
 * the words that weighed and how often it was right on cases that it had not seen; else it is silent.
 */
export { askMachine, type Told, type WhySilent } from './ask.ts'
export { forgetLearnt } from './model-store.ts'
export { registerSuggestionJobs } from './jobs.ts'
export { calibrate, learn, type Example } from './learn.ts'
export { answersOf, measure, mostFrequentOf, type Measure } from './measure.ts'
export type { Model } from './model.ts'
export { learnNaiveBayes, rankByNaiveBayes } from './naive-bayes.ts'
export { suggest, type Suggestion } from './suggest.ts'
export { suggestCodes } from './suggest-codes.ts'
export { tellEarlier } from './pages/tell-earlier.ts'
export { tellSuggestions } from './pages/tell-suggestions.ts'
export type { Task } from './task.ts'
export { listThemesWithin, type ThemesWithin } from './themes/themes-within.ts'
export { themeRoutes, themesSection } from './themes/pages/routes.ts'
