import { countEach, readingOf, vectorOf, type Reading, type TextVector } from './feature-space.ts'
import { scoresOf, type Model } from './model.ts'
import { toProbabilities } from './probabilities.ts'
import { readWords, type Word } from './read-words.ts'

export interface Suggestion {
  readonly code: string
  readonly probability: number
  /** Of the text, as written: those that spoke most for it. */
  readonly words: readonly string[]
}

export interface TextToRead {
  readonly text: string
  readonly language: string
}

const MOST_WORDS_SHOWN = 4
/** A word that says less than this part of the strongest is no reason. */
const LEAST_REASON = 0.2

export interface Ranked {
  /** Its place among the model's labels. */
  readonly label: number
  readonly probability: number
}

/** The likeliest answers, each with its reason. Nothing that was learnt in the text: nothing to say. */
export function suggest(model: Model, { text, language }: TextToRead, most = 3): Suggestion[] {
  const words = readWords(text, language)
  const reading = readingOf(words, model.space)
  const vector = vectorOf(reading, model.space)
  const said = { words, reading, vector, counts: countEach(reading.columns) }
  return rank(model, vector, most).map(({ label, probability }) => ({
    code: model.labels[label] ?? '',
    probability,
    words: wordsThatSpoke(model, said, label),
  }))
}

export function rank(model: Model, vector: TextVector, most = 3): Ranked[] {
  if (vector.columns.length === 0) return []
  const shares = scoresOf(model, vector)
  toProbabilities(shares, model.temperature)
  return [...shares.keys()]
    .map((label) => ({ label, probability: shares[label] ?? 0 }))
    .sort((a, b) => b.probability - a.probability || a.label - b.label)
    .slice(0, most)
}

interface Said {
  words: readonly Word[]
  reading: Reading
  vector: TextVector
  counts: ReadonlyMap<number, number>
}

/** What each word and its pieces say for the answer, against what they say for the others. */
function wordsThatSpoke(
  model: Model,
  { words, reading, vector, counts }: Said,
  label: number,
): string[] {
  const weighed = new Map<number, number>()
  for (const [at, column] of vector.columns.entries()) {
    const share = (vector.values[at] ?? 0) / (counts.get(column) ?? 1)
    weighed.set(column, share * leaning(model, column, label))
  }
  const spoken = new Map<string, { said: number; written: string }>()
  for (const [at, column] of reading.columns.entries()) {
    const word = words[reading.places[at] ?? 0]
    if (word === undefined) continue
    const before = spoken.get(word.stem) ?? { said: 0, written: word.written }
    spoken.set(word.stem, { ...before, said: before.said + (weighed.get(column) ?? 0) })
  }
  const strongest = [...spoken.values()].sort((a, b) => b.said - a.said)
  const least = Math.max(0, (strongest[0]?.said ?? 0) * LEAST_REASON)
  return strongest
    .filter(({ said }) => said > least)
    .slice(0, MOST_WORDS_SHOWN)
    .map(({ written }) => written)
}

/** How much more a feature speaks for one answer than, on average, for any. */
function leaning({ weights, scales, labels }: Model, column: number, label: number): number {
  const from = column * labels.length
  let sum = 0
  for (let at = from; at < from + labels.length; at += 1) sum += weights[at] ?? 0
  return (scales[column] ?? 0) * ((weights[from + label] ?? 0) - sum / labels.length)
}
