import type { Example } from './learn.ts'
import { vectorIn, type Model } from './model.ts'
import { readWords } from './read-words.ts'
import { rank } from './suggest.ts'

/** How often a model was right on cases that it had not seen, beside saying always the most frequent. */
export interface Measure {
  readonly heldOut: number
  readonly first: number
  readonly amongThree: number
  /** Of always saying the answer that was most frequent before. */
  readonly mostFrequent: number
  /** Below this probability it was right in less than half of the cases. */
  readonly threshold: number
}

export interface Answered {
  readonly label: string
  readonly codes: readonly string[]
  readonly probability: number
}

export function answersOf(model: Model, held: readonly Example[]): Answered[] {
  return held.map(({ text, language, label }) => {
    const found = rank(model, vectorIn(model, readWords(text, language)))
    return {
      label,
      codes: found.map((one) => model.labels[one.label] ?? ''),
      probability: found[0]?.probability ?? 0,
    }
  })
}

export function measure(answers: readonly Answered[], mostFrequent: string): Measure {
  const share = (isRight: (answer: Answered) => boolean) =>
    answers.length === 0 ? 0 : answers.filter(isRight).length / answers.length
  return {
    heldOut: answers.length,
    first: share(({ label, codes }) => codes[0] === label),
    amongThree: share(({ label, codes }) => codes.includes(label)),
    mostFrequent: share(({ label }) => label === mostFrequent),
    threshold: thresholdOf(answers),
  }
}

const STEPS = [0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6]
const LEAST_RIGHT = 0.5
const LEAST_NEARBY = 10
const PART_NEARBY = 0.05

/** The lowest probability from which, just above it, the first answer was right at least every other time. */
function thresholdOf(answers: readonly Answered[]): number {
  const inOrder = [...answers].sort((a, b) => a.probability - b.probability)
  const width = Math.max(LEAST_NEARBY, Math.round(inOrder.length * PART_NEARBY))
  for (const step of STEPS) {
    const above = inOrder.filter(({ probability }) => probability >= step).slice(0, width)
    const right = above.filter(({ label, codes }) => codes[0] === label).length
    if (above.length > 0 && right / above.length >= LEAST_RIGHT) return step
  }
  return STEPS.at(-1) ?? 1
}

export function mostFrequentOf(examples: readonly Example[]): string {
  const counts = new Map<string, number>()
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1)
  const [first] = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
  return first?.[0] ?? ''
}
