import type { TextVector } from './feature-space.ts'
import { toProbabilities } from './probabilities.ts'
import { randomFrom, shuffle } from './steady-random.ts'

/** A row a column, a number a label: how much a feature speaks for it. */
export interface Weights {
  readonly labels: number
  readonly values: Float32Array
  readonly bias: Float32Array
}

export interface Lesson {
  readonly vector: TextVector
  readonly label: number
}

interface Learning extends Weights {
  /** How far the weights of each column went, so that its steps become shorter. */
  readonly travelled: Float32Array
}

const ROUNDS = 4
const STEP = 0.3
const STEP_OF_BIAS = 0.01
/** A smaller error teaches nothing that is worth its time. */
const LEAST_ERROR = 0.002

/**
 * Multinomial logistic regression by stochastic descent, with a step for each feature that shortens as it
 * learns (AdaGrad). The same lessons and seed give the same weights.
 */
export function learnWeights(
  lessons: readonly Lesson[],
  { labels, columns, seed }: { labels: number; columns: number; seed: number },
): Weights {
  const learning: Learning = {
    labels,
    values: new Float32Array(columns * labels),
    bias: new Float32Array(labels),
    travelled: new Float32Array(columns).fill(1e-6),
  }
  const errors = new Float32Array(labels)
  const order = Int32Array.from(lessons, (_, at) => at)
  const random = randomFrom(seed)
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random)
    for (const at of order) {
      const lesson = lessons[at]
      if (lesson !== undefined) learnOne(lesson, learning, errors)
    }
  }
  return learning
}

function learnOne(lesson: Lesson, learning: Learning, errors: Float32Array): void {
  scoreInto(errors, lesson.vector, learning)
  toProbabilities(errors)
  errors[lesson.label] = (errors[lesson.label] ?? 0) - 1
  const wrong: number[] = []
  let squares = 0
  for (let label = 0; label < errors.length; label += 1) {
    const error = errors[label] ?? 0
    if (Math.abs(error) < LEAST_ERROR) continue
    wrong.push(label)
    squares += error * error
  }
  for (const label of wrong) {
    learning.bias[label] = (learning.bias[label] ?? 0) - STEP_OF_BIAS * (errors[label] ?? 0)
  }
  if (wrong.length > 0) correct(lesson.vector, learning, errors, wrong, squares)
}

function correct(
  { columns, values: amounts }: TextVector,
  { labels, values, travelled }: Learning,
  errors: Float32Array,
  wrong: readonly number[],
  squares: number,
): void {
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0
    const amount = amounts[at] ?? 0
    const gone = (travelled[column] ?? 0) + amount * amount * squares
    travelled[column] = gone
    const step = (STEP * amount) / Math.sqrt(gone)
    const row = column * labels
    for (const label of wrong) {
      values[row + label] = (values[row + label] ?? 0) - step * (errors[label] ?? 0)
    }
  }
}

function scoreInto(scores: Float32Array, vector: TextVector, weights: Weights): void {
  const { labels, values, bias } = weights
  const { columns, values: amounts } = vector
  scores.set(bias)
  for (let at = 0; at < columns.length; at += 1) {
    const row = (columns[at] ?? 0) * labels
    const amount = amounts[at] ?? 0
    for (let label = 0; label < labels; label += 1) {
      scores[label] = (scores[label] ?? 0) + amount * (values[row + label] ?? 0)
    }
  }
}
