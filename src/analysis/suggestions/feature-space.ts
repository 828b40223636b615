import { featuresOf } from './text-features.ts'
import type { Word } from './read-words.ts'

/** The features that a model kept, each with how much it says. */
export interface FeatureSpace {
  /** In ascending order; the place of a hash is its column. */
  readonly hashes: Uint32Array
  readonly weights: Float32Array
}

/** A text as numbers: columns in ascending order, each with its value and the words behind it. */
export interface TextVector {
  readonly columns: Int32Array
  readonly values: Float32Array
}

const LEAST_TEXTS = 2
const MOST_FEATURES = 200_000
const WEIGHT_OF_PIECES = 0.8

/** Features of at least two texts; of too many, those of most texts. */
export function learnFeatures(texts: Iterable<readonly Word[]>): FeatureSpace {
  const counts = new Map<number, number>()
  let read = 0
  for (const words of texts) {
    read += 1
    for (const hash of new Set(featuresOf(words).hashes)) {
      counts.set(hash, (counts.get(hash) ?? 0) + 1)
    }
  }
  const kept = [...counts].filter(([, count]) => count >= LEAST_TEXTS)
  if (kept.length > MOST_FEATURES) {
    kept.sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b)
    kept.length = MOST_FEATURES
  }
  kept.sort(([a], [b]) => a - b)
  return {
    hashes: Uint32Array.from(kept, ([hash]) => hash),
    weights: Float32Array.from(kept, ([, count]) => Math.log((1 + read) / (1 + count)) + 1),
  }
}

/** The features of a text that the model kept, each with the place of its word. */
export interface Reading {
  readonly columns: readonly number[]
  readonly places: readonly number[]
  readonly ofWords: number
}

export function readingOf(words: readonly Word[], space: FeatureSpace): Reading {
  const { hashes, places, ofWords } = featuresOf(words)
  const reading = { columns: [] as number[], places: [] as number[], ofWords: 0 }
  for (const [at, hash] of hashes.entries()) {
    if (at === ofWords) reading.ofWords = reading.columns.length
    const column = columnOf(hash, space)
    if (column < 0) continue
    reading.columns.push(column)
    reading.places.push(places[at] ?? 0)
  }
  return reading
}

/** Words and pieces are each brought to length one, so that long words do not drown short ones. */
export function vectorOf({ columns, ofWords }: Reading, space: FeatureSpace): TextVector {
  const whole = lengthOne(countEach(columns.slice(0, ofWords)), space, 1)
  const pieces = lengthOne(countEach(columns.slice(ofWords)), space, WEIGHT_OF_PIECES)
  for (const [column, value] of pieces) whole.set(column, (whole.get(column) ?? 0) + value)
  const entries = [...whole].sort(([a], [b]) => a - b)
  return {
    columns: Int32Array.from(entries, ([column]) => column),
    values: Float32Array.from(entries, ([, value]) => value),
  }
}

export function countEach(columns: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1)
  return counts
}

function lengthOne(
  counts: ReadonlyMap<number, number>,
  { weights }: FeatureSpace,
  length: number,
): Map<number, number> {
  const values = new Map<number, number>()
  let squares = 0
  for (const [column, count] of counts) {
    const value = (1 + Math.log(count)) * (weights[column] ?? 0)
    values.set(column, value)
    squares += value * value
  }
  const scale = squares === 0 ? 0 : length / Math.sqrt(squares)
  for (const [column, value] of values) values.set(column, value * scale)
  return values
}

/** The column of a hash by halving, or -1. */
function columnOf(hash: number, { hashes }: FeatureSpace): number {
  let low = 0
  let high = hashes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = hashes[middle] ?? 0
    if (found === hash) return middle
    if (found < hash) low = middle + 1
    else high = middle - 1
  }
  return -1
}
