import { calibrate, learn, type Example } from './learn.ts'
import { answersOf, measure, mostFrequentOf, type Answered, type Measure } from './measure.ts'
import type { Model } from './model.ts'

/** A confirmed case, as something to learn from. */
export interface DatedExample extends Example {
  readonly registeredAt: Date
}

/** What is kept of an earlier lesson, to be beaten. */
export interface EarlierModel {
  readonly model: Model
  readonly learntUntil: Date
}

export interface Learnt {
  readonly model: Model
  readonly measure: Measure
  readonly examples: number
  readonly learntUntil: Date
}

export type Silence = 'too_few' | 'no_better' | 'earlier_is_better'

const LEAST_EXAMPLES = 100
const LEARNT_PART = 0.8
/** A lead smaller than this many deviations may be luck. */
const DEVIATIONS = 1.64
const ENOUGH_TO_COMPARE = 30

/**
 * The older cases teach and the newer ones try: only if it leads over saying always the most frequent
 * answer, and does not lose against what was learnt before, is it worth showing. Then all of them teach.
 */
export function learnAndMeasure(
  examples: readonly DatedExample[],
  earlier: EarlierModel | null,
): Learnt | Silence {
  const inOrder = [...examples].sort((a, b) => a.registeredAt.getTime() - b.registeredAt.getTime())
  const newest = inOrder.at(-1)
  if (newest === undefined || inOrder.length < LEAST_EXAMPLES) return 'too_few'
  const cut = Math.floor(inOrder.length * LEARNT_PART)
  const [older, newer] = [inOrder.slice(0, cut), inOrder.slice(cut)]
  const trial = calibrate(learn(older), newer)
  const answers = answersOf(trial, newer)
  const mostFrequent = mostFrequentOf(older)
  if (!leads(answers, (label) => label === mostFrequent)) return 'no_better'
  if (earlier && isBetter(earlier, newer, answers)) return 'earlier_is_better'
  return {
    model: learn(inOrder, trial.temperature),
    measure: measure(answers, mostFrequent),
    examples: inOrder.length,
    learntUntil: newest.registeredAt,
  }
}

/** Of the cases on which the two disagree, it is right in clearly more. */
function leads(answers: readonly Answered[], otherIsRight: (label: string, at: number) => boolean) {
  let [won, lost] = [0, 0]
  for (const [at, { label, codes }] of answers.entries()) {
    const isRight = codes[0] === label
    if (isRight === otherIsRight(label, at)) continue
    if (isRight) won += 1
    else lost += 1
  }
  return won - lost > DEVIATIONS * Math.sqrt(won + lost)
}

/** Compared only on cases that neither has seen. */
function isBetter(
  { model, learntUntil }: EarlierModel,
  newer: readonly DatedExample[],
  answers: readonly Answered[],
): boolean {
  const both = newer.flatMap((example, at) => {
    const answer = answers[at]
    return example.registeredAt > learntUntil && answer ? [{ example, answer }] : []
  })
  if (both.length < ENOUGH_TO_COMPARE) return false
  const earlier = answersOf(
    model,
    both.map(({ example }) => example),
  )
  return leads(earlier, (label, at) => both[at]?.answer.codes[0] === label)
}
