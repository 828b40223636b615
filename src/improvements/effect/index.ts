/**
 * Before and after: the indicator that judges a project, chosen before it is approved with its figures of then,
 * counted again when its time is over, and judged by the interval alone (Q23).
 */
export { chooseIndicator, measureEffect } from './actions/measure-effect.ts'
export {
  afterPeriod,
  EFFECT_MEASURES,
  SUBJECT_KINDS,
  type EffectCounts,
  type EffectIndicator,
  type EffectMeasure,
  type EffectPeriod,
  type StoredIndicator,
  type SubjectKind,
} from './indicator.ts'
export { findIndicator, listIndicators, lockIndicator } from './indicator-store.ts'
export { judgeEffect, type Judgement, type TooFewWhy, type Verdict } from './judge-effect.ts'
export { listCasesCounted } from './read-counts.ts'
export { effectFacts, sayEffect, type SaidEffect } from './say-effect.ts'
