import { learnFeatures, readingOf, vectorOf } from './feature-space.ts'
import { learnWeights } from './learn-weights.ts'
import { modelOf, scoresOf, vectorIn, type Model } from './model.ts'
import { fitTemperature } from './probabilities.ts'
import { readWords } from './read-words.ts'

/** A text and what a person said that it is. */
export interface Example {
  readonly text: string
  readonly language: string
  readonly label: string
}

const SEED = 20_000
/** Of the answers to be had, those of fewer texts are not learnt. */
const LEAST_OF_A_LABEL = 3

/** The same examples in the same order give the same model, byte by byte. */
export function learn(examples: readonly Example[], temperature = 1): Model {
  const labels = labelsOf(examples)
  const numbers = new Map(labels.map((label, at) => [label, at]))
  const known = examples.filter(({ label }) => numbers.has(label))
  const space = learnFeatures(wordsOf(known))
  const lessons = known.map((example) => ({
    vector: vectorOf(readingOf(readWords(example.text, example.language), space), space),
    label: numbers.get(example.label) ?? 0,
  }))
  const weights = learnWeights(lessons, {
    labels: labels.length,
    columns: space.hashes.length,
    seed: SEED,
  })
  return modelOf(labels, space, weights, temperature)
}

/** Read twice rather than kept: a book has many words. */
function* wordsOf(examples: readonly Example[]) {
  for (const { text, language } of examples) yield readWords(text, language)
}

/** As sure of itself as its answers to texts that it did not learn from allow. */
export function calibrate(model: Model, held: readonly Example[]): Model {
  const numbers = new Map(model.labels.map((label, at) => [label, at]))
  const scored = held.map(({ text, language, label }) => ({
    scores: scoresOf(model, vectorIn(model, readWords(text, language))),
    label: numbers.get(label) ?? -1,
  }))
  return { ...model, temperature: fitTemperature(scored) }
}

function labelsOf(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>()
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= LEAST_OF_A_LABEL)
    .map(([label]) => label)
    .sort()
}
