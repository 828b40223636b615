import { exactRatio, proportionOf, riskRatio, SMALLEST_CELL } from '../../statistics/index.ts'
import type { EffectCounts, EffectMeasure } from './indicator.ts'

export type Verdict = 'improved' | 'not_shown' | 'worse' | 'too_few'

/** Why nothing can be said. */
export const TOO_FEW_WHYS = [
  'no_base',
  'unread',
  'few_before',
  'none_after',
  'few_after',
  'few_answers',
] as const
export type TooFewWhy = (typeof TOO_FEW_WHYS)[number]

export interface Judgement {
  verdict: Verdict
  /** A ratio of recurrences, or a difference of shares; null where none may be calculated. */
  value: number | null
  /** Also of too few, where something bounds them. */
  low: number | null
  high: number | null
  why: TooFewWhy | null
}

/** Of a cause nothing can be said while more than this was read by nobody: it would look as if it were gone. */
const MOST_UNREAD = 0.1

/** So many answers, and no fewer, before and after. */
const FEWEST_ANSWERS = 30

/**
 * Whether it got better, by the interval and never by the bare figure: a ratio wholly under one (Q23), or a
 * share that rose with its whole interval above nought. With too few nothing is called better.
 */
export function judgeEffect(
  measure: EffectMeasure,
  before: EffectCounts,
  after: EffectCounts,
): Judgement {
  return measure === 'recurrence' ? judgeRecurrence(before, after) : judgeShare(before, after)
}

function judgeRecurrence(before: EffectCounts, after: EffectCounts): Judgement {
  if (!before.base || !after.base) return tooFew('no_base')
  if (before.unread > MOST_UNREAD || after.unread > MOST_UNREAD) return tooFew('unread')
  if (before.events < SMALLEST_CELL) return tooFew('few_before')
  const then = { events: before.events, base: before.base }
  const now = { events: after.events, base: after.base }
  return now.events < SMALLEST_CELL ? judgeFew(then, now) : judgeMany(then, now)
}

interface Happened {
  events: number
  base: number
}

function judgeMany(before: Happened, after: Happened): Judgement {
  const ratio = riskRatio(after, before)
  if (!ratio) return tooFew('few_after')
  const verdict = ratio.high < 1 ? 'improved' : ratio.low > 1 ? 'worse' : 'not_shown'
  return { verdict, value: ratio.ratio, low: ratio.low, high: ratio.high, why: null }
}

/** With hardly any afterwards, or none, the exact bounds alone decide; between them it is too few, and which. */
function judgeFew(before: Happened, after: Happened): Judgement {
  const exact = exactRatio(after, before)
  if (!exact) return tooFew('few_after')
  const { low, high } = exact
  if (high < 1) return { verdict: 'improved', value: exact.ratio, low, high, why: null }
  if (low > 1) return { verdict: 'worse', value: exact.ratio, low, high, why: null }
  return { ...tooFew(after.events === 0 ? 'none_after' : 'few_after'), low, high }
}

/** The difference of two shares with Newcombe's interval, which is made of Wilson's two. */
function judgeShare(before: EffectCounts, after: EffectCounts): Judgement {
  if (!before.base || !after.base) return tooFew('no_base')
  if (before.base < FEWEST_ANSWERS || after.base < FEWEST_ANSWERS) return tooFew('few_answers')
  const one = proportionOf(before.events, before.base)
  const other = proportionOf(after.events, after.base)
  if (!one || !other) return tooFew('no_base')
  const value = other.share - one.share
  const low = value - Math.hypot(other.share - other.low, one.high - one.share)
  const high = value + Math.hypot(other.high - other.share, one.share - one.low)
  const verdict = low > 0 ? 'improved' : high < 0 ? 'worse' : 'not_shown'
  return { verdict, value, low, high, why: null }
}

function tooFew(why: TooFewWhy): Judgement {
  return { verdict: 'too_few', value: null, low: null, high: null, why }
}
