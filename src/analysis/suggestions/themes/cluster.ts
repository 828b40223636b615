import { nearness, toLengthOne, type SparseVector } from './vectors.ts'
import { randomFrom } from '../steady-random.ts'

/** Groups of texts around their centres. */
export interface Clusters {
  readonly centres: readonly Float64Array[]
  /** Of each text the place of its centre; -1: near to none. */
  readonly nearest: Int32Array
}

/** What is less near to its centre than this speaks of something else. */
const LEAST_NEARNESS = 0.15
const ROUNDS = 20
const SEED = 7
const SEEDS_TRIED = 400

/**
 * Spherical k-means. It begins at the centres of the period before, so that a theme stays the same theme,
 * and adds to them texts far from all; the same texts give the same groups.
 */
export function cluster(
  vectors: readonly SparseVector[],
  { count, width, start }: { count: number; width: number; start: readonly Float64Array[] },
): Clusters {
  let centres = seeds(vectors, count, width, start)
  let nearest = assign(vectors, centres)
  for (let round = 0; round < ROUNDS; round += 1) {
    centres = centresOf(vectors, nearest, centres)
    const moved = assign(vectors, centres)
    const isSettled = moved.every((at, text) => at === nearest[text])
    nearest = moved
    if (isSettled) break
  }
  return { centres, nearest }
}

function seeds(
  vectors: readonly SparseVector[],
  count: number,
  width: number,
  start: readonly Float64Array[],
): Float64Array[] {
  const random = randomFrom(SEED)
  const centres = start.slice(0, count)
  const tried = Array.from({ length: Math.min(SEEDS_TRIED, vectors.length) }, () =>
    Math.floor(random() * vectors.length),
  )
  const reached = tried.map((at) => highest(vectors[at], centres))
  while (centres.length < count) {
    let furthest = -1
    for (const [place, near] of reached.entries()) {
      const isFurther = furthest < 0 || near < (reached[furthest] ?? 0)
      if (isFurther && (vectors[tried[place] ?? 0]?.columns.length ?? 0) > 1) furthest = place
    }
    const seed = vectors[tried[furthest] ?? -1]
    if (!seed || (reached[furthest] ?? 1) > 0.99) break
    const centre = new Float64Array(width)
    for (const [at, column] of seed.columns.entries()) centre[column] = seed.values[at] ?? 0
    centres.push(centre)
    for (const [place, at] of tried.entries()) {
      const near = vectors[at] ? nearness(vectors[at], centre) : 0
      reached[place] = Math.max(reached[place] ?? 0, near)
    }
  }
  return centres
}

function highest(vector: SparseVector | undefined, centres: readonly Float64Array[]): number {
  return vector ? Math.max(0, ...centres.map((centre) => nearness(vector, centre))) : 0
}

export function assign(
  vectors: readonly SparseVector[],
  centres: readonly Float64Array[],
): Int32Array {
  return Int32Array.from(vectors, (vector) => {
    let best = { at: -1, near: LEAST_NEARNESS }
    for (const [at, centre] of centres.entries()) {
      const near = nearness(vector, centre)
      if (near > best.near) best = { at, near }
    }
    return best.at
  })
}

/** A group that nothing is left of keeps its centre. */
function centresOf(
  vectors: readonly SparseVector[],
  nearest: Int32Array,
  before: readonly Float64Array[],
): Float64Array[] {
  const sums = before.map((centre) => new Float64Array(centre.length))
  const counts = before.map(() => 0)
  for (const [text, vector] of vectors.entries()) {
    const at = nearest[text] ?? -1
    const sum = sums[at]
    if (!sum) continue
    counts[at] = (counts[at] ?? 0) + 1
    for (const [place, column] of vector.columns.entries()) {
      sum[column] = (sum[column] ?? 0) + (vector.values[place] ?? 0)
    }
  }
  return sums.map((sum, at) =>
    counts[at] ? toLengthOne(sum) : (before[at] ?? new Float64Array(sum.length)),
  )
}

/** How clearly texts lie in their groups: nearer to their own centre than to the next. */
export function clarity(vectors: readonly SparseVector[], { centres, nearest }: Clusters): number {
  let sum = 0
  for (const [text, vector] of vectors.entries()) {
    const own = nearest[text] ?? -1
    if (own < 0) continue
    let next = 0
    let near = 0
    for (const [at, centre] of centres.entries()) {
      const each = nearness(vector, centre)
      if (at === own) near = each
      else next = Math.max(next, each)
    }
    sum += near - next
  }
  return vectors.length === 0 ? 0 : sum / vectors.length
}
