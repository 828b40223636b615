import { readingOf, vectorOf, type FeatureSpace, type TextVector } from './feature-space.ts'
import type { Weights } from './learn-weights.ts'
import type { Word } from './read-words.ts'

/** What was learnt: for each feature and answer a small whole number, and the scale of its row. */
export interface Model {
  readonly labels: readonly string[]
  readonly space: FeatureSpace
  readonly weights: Int8Array
  readonly scales: Float32Array
  readonly bias: Float32Array
  readonly temperature: number
}

const LARGEST = 127

/** A quarter of the memory; what is lost is less than what one text more would teach. */
export function modelOf(
  labels: readonly string[],
  space: FeatureSpace,
  { values, bias }: Weights,
  temperature: number,
): Model {
  const weights = new Int8Array(values.length)
  const scales = new Float32Array(space.hashes.length)
  for (let column = 0; column < scales.length; column += 1) {
    const from = column * labels.length
    const row = values.subarray(from, from + labels.length)
    let largest = 0
    for (const value of row) largest = Math.max(largest, Math.abs(value))
    const scale = largest / LARGEST
    scales[column] = scale
    if (scale > 0)
      weights.set(
        Int8Array.from(row, (value) => Math.round(value / scale)),
        from,
      )
  }
  return { labels, space, weights, scales, bias, temperature }
}

export function vectorIn({ space }: Model, words: readonly Word[]): TextVector {
  return vectorOf(readingOf(words, space), space)
}

export function scoresOf(model: Model, { columns, values }: TextVector): Float32Array {
  const { weights, scales, bias } = model
  const scores = Float32Array.from(bias)
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0
    const row = column * scores.length
    const amount = (values[at] ?? 0) * (scales[column] ?? 0)
    for (let label = 0; label < scores.length; label += 1) {
      scores[label] = (scores[label] ?? 0) + amount * (weights[row + label] ?? 0)
    }
  }
  return scores
}
