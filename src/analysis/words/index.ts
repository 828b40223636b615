/**
 * What people said, read by people: texts gathered for a question and masked, cut into ideas, coded with a
 * frame in versions by one or two coders, with their agreement (method of Strauss, Cohen and Guest et al.).
 */
export {
  SEVERITIES,
  STAGES,
  VALENCES,
  type CodedSegment,
  type Coding,
  type CodingChoice,
  type SegmentCursor,
  type Severity,
  type Stage,
  type Valence,
} from './coding.ts'
export { listCodedSegments } from './coding-store.ts'
export {
  countConfirmedCodings,
  listConfirmedCodings,
  type ConfirmedCoding,
} from './confirmed-coding-store.ts'
export type { Corpus, CorpusFilter, CorpusText } from './corpus.ts'
export { getCorpus, listCorpora } from './corpus-store.ts'
export {
  firstLevelOf,
  FIRST_LEVEL,
  inTree,
  type FirstLevel,
  type Frame,
  type FrameCode,
} from './frame.ts'
export { getFrame, listCodes, listFrames } from './frame-store.ts'
export type { SegmentToCode, SuggestCodes, SuggestedCode } from './suggest-codes.ts'
export { listReadCases } from './read-cases-store.ts'
export { readMaskedCase } from './read-masked-case.ts'
export { countUndecided, listSegmentTexts, readCoded } from './segment-text-store.ts'
export { listSegments } from './segment-store.ts'
export { getText, listTexts } from './text-store.ts'
export { codeSegment, resolveDisagreement } from './actions/code-segment.ts'
export { cutText, hideWords, showAgain } from './actions/correct-text.ts'
export { gatherCorpus } from './actions/gather-corpus.ts'
export { addCode, beginFrame, retireCode, rewordCode } from './actions/keep-frame.ts'
export { openCorpus, type NewCorpus } from './actions/open-corpus.ts'
export { readMask } from './read-mask.ts'
export { registerWordJobs } from './register-jobs.ts'
export { suggestFromOwn } from './suggest-from-own.ts'
export { wordsRoutes, wordsSection } from './pages/routes.ts'
export { keepCodersApart, reachingWords } from './pages/words-guard.ts'
export { reachesWords } from './words-policy.ts'
export { forgetErased as forgetErasedTexts } from './actions/forget-erased.ts'
export { forgetGathered } from './actions/forget-gathered.ts'
export { countGatheredTexts } from './text-retention-store.ts'
