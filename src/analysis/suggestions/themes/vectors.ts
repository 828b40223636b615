/** A text as columns of a vocabulary with their weights, of length one. */
export interface SparseVector {
  readonly columns: Int32Array
  readonly values: Float64Array
}

export interface Vocabulary {
  readonly stems: readonly string[]
  readonly columnOf: ReadonlyMap<string, number>
  /** The rarer, the more. */
  readonly rarity: Float64Array
}

const LEAST_TEXTS = 3
const MOST_PART = 0.4

/** Stems of at least three texts, and not of nearly all. */
export function vocabularyOf(texts: readonly (readonly string[])[]): Vocabulary {
  const inTexts = new Map<string, number>()
  for (const stems of texts)
    for (const stem of new Set(stems)) inTexts.set(stem, (inTexts.get(stem) ?? 0) + 1)
  const most = Math.max(LEAST_TEXTS, texts.length * MOST_PART)
  const kept = [...inTexts]
    .filter(([, count]) => count >= LEAST_TEXTS && count <= most)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    stems: kept.map(([stem]) => stem),
    columnOf: new Map(kept.map(([stem], at) => [stem, at])),
    rarity: Float64Array.from(kept, ([, count]) => Math.log(texts.length / count) + 1),
  }
}

export function vectorOf(stems: readonly string[], vocabulary: Vocabulary): SparseVector {
  const counts = new Map<number, number>()
  for (const stem of stems) {
    const column = vocabulary.columnOf.get(stem)
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  const columns = Int32Array.from(counts.keys()).sort()
  const values = Float64Array.from(
    columns,
    (column) => (1 + Math.log(counts.get(column) ?? 1)) * (vocabulary.rarity[column] ?? 0),
  )
  return { columns, values: toLengthOne(values) }
}

export function toLengthOne(values: Float64Array): Float64Array {
  let squares = 0
  for (const value of values) squares += value * value
  const length = Math.sqrt(squares)
  return length === 0 ? values : values.map((value) => value / length)
}

/** The cosine of a text and a centre, both of length one. */
export function nearness({ columns, values }: SparseVector, centre: Float64Array): number {
  let sum = 0
  for (let at = 0; at < columns.length; at += 1) {
    sum += (values[at] ?? 0) * (centre[columns[at] ?? 0] ?? 0)
  }
  return sum
}
