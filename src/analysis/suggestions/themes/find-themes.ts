import { assign, clarity, cluster, type Clusters } from './cluster.ts'
import { LEAST_CASES, nameThemes } from './name-theme.ts'
import { gatherRepeated, type DistinctText, type ThemeText } from './theme-text.ts'
import { trendOf, type Trend } from './trend.ts'
import {
  nearness,
  toLengthOne,
  vectorOf,
  vocabularyOf,
  type SparseVector,
  type Vocabulary,
} from './vectors.ts'

/** What many people spoke of in a period. */
export interface Theme {
  /** The place of the earlier theme that it continues; null: there is none. */
  readonly continues: number | null
  readonly phrases: readonly string[]
  readonly caseIds: readonly string[]
  /** In the period before, near to the same centre. */
  readonly before: number
  readonly trend: Trend
  /** The stems that weigh most, by which the next period recognises it. */
  readonly centre: Readonly<Record<string, number>>
}

export interface RepeatedText {
  readonly caseIds: readonly string[]
}

export interface ThemesOfPeriod {
  readonly texts: number
  readonly before: number
  readonly themes: readonly Theme[]
  readonly repeated: readonly RepeatedText[]
  /** Near to no theme. */
  readonly rest: readonly string[]
}

export interface Earlier {
  readonly texts: readonly ThemeText[]
  readonly centres: readonly Readonly<Record<string, number>>[]
}

const LEAST_TEXTS = 30
const TEXTS_A_THEME = 15
const COUNTS = [4, 6, 8, 12, 16, 20, 24, 32]
/** More groups are only taken if they make it so much clearer. */
const WORTH_MORE = 1.03
const REPEATED_OFTEN = 5
const SAME_THEME = 0.5
const STEMS_KEPT = 60

/** Deterministic: the same texts, in any order, give the same themes. */
export function findThemes(texts: readonly ThemeText[], earlier: Earlier): ThemesOfPeriod {
  const inOrder = [...texts].sort(byWords)
  const distinct = gatherRepeated(inOrder)
  const repeated = distinct
    .filter(({ ids }) => ids.length >= REPEATED_OFTEN)
    .sort((a, b) => b.ids.length - a.ids.length)
    .map(({ ids }) => ({ caseIds: ids }))
  const base = { texts: texts.length, before: earlier.texts.length, repeated }
  if (distinct.length < LEAST_TEXTS) {
    return { ...base, themes: [], rest: inOrder.map(({ id }) => id) }
  }
  const vocabulary = vocabularyOf(distinct.map(({ stems }) => stems))
  const vectors = distinct.map(({ stems }) => vectorOf(stems, vocabulary))
  const start = earlier.centres.map((centre) => centreOf(centre, vocabulary))
  const found = clearest(vectors, vocabulary, start)
  return { ...base, ...tell(distinct, found, { vocabulary, start, earlier }) }
}

/** Ids are drawn by lot: only the words decide, so that the same texts always give the same themes. */
function byWords(a: ThemeText, b: ThemeText): number {
  if (a.text !== b.text) return a.text < b.text ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function clearest(
  vectors: readonly SparseVector[],
  { stems }: Vocabulary,
  start: readonly Float64Array[],
): Clusters {
  const most = Math.max(2, Math.floor(vectors.length / TEXTS_A_THEME))
  const counts = [2, ...COUNTS].filter((count) => count <= most)
  let best: { clusters: Clusters; clear: number } | null = null
  for (const count of counts) {
    const clusters = cluster(vectors, { count, width: stems.length, start })
    const clear = clarity(vectors, clusters)
    if (!best || clear > best.clear * WORTH_MORE) best = { clusters, clear }
  }
  return best?.clusters ?? { centres: [], nearest: new Int32Array(vectors.length).fill(-1) }
}

function tell(
  distinct: readonly DistinctText[],
  { centres, nearest }: Clusters,
  known: { vocabulary: Vocabulary; start: readonly Float64Array[]; earlier: Earlier },
): Pick<ThemesOfPeriod, 'themes' | 'rest'> {
  const { vocabulary, start, earlier } = known
  const groups = centres.map((_, at) => distinct.filter((__, text) => nearest[text] === at))
  const before = countBefore(earlier, centres, vocabulary)
  const continued = matchCentres(centres, start)
  const names = nameThemes(groups)
  const all = distinct.flatMap(voicesOf).length
  const themes: Theme[] = []
  const rest = distinct.flatMap((each, text) => ((nearest[text] ?? -1) < 0 ? voicesOf(each) : []))
  for (const [at, group] of groups.entries()) {
    const caseIds = group.flatMap(voicesOf)
    const phrases = names[at] ?? []
    // said by few, it may point at a person
    if (group.length < LEAST_CASES || phrases.length === 0) {
      rest.push(...caseIds)
      continue
    }
    const saidBefore = before.counts[at] ?? 0
    themes.push({
      continues: continued.get(at) ?? null,
      phrases,
      caseIds,
      before: saidBefore,
      trend: trendOf({ said: caseIds.length, of: all }, { said: saidBefore, of: before.all }),
      centre: stemsOf(centres[at] ?? new Float64Array(), vocabulary),
    })
  }
  themes.sort((a, b) => b.caseIds.length - a.caseIds.length)
  return { themes, rest }
}

/** What was pasted again and again is one voice; what two or three wrote alike are their voices. */
function voicesOf({ ids }: DistinctText): readonly string[] {
  return ids.length >= REPEATED_OFTEN ? ids.slice(0, 1) : ids
}

/** The texts of the period before, near to the centres of this one. */
function countBefore(
  { texts }: Earlier,
  centres: readonly Float64Array[],
  vocabulary: Vocabulary,
): { counts: number[]; all: number } {
  const distinct = gatherRepeated(texts)
  const nearest = assign(
    distinct.map(({ stems }) => vectorOf(stems, vocabulary)),
    centres,
  )
  const counts = centres.map(() => 0)
  for (const [text, at] of nearest.entries()) {
    const said = distinct[text]
    if (at >= 0 && said) counts[at] = (counts[at] ?? 0) + voicesOf(said).length
  }
  return { counts, all: distinct.flatMap(voicesOf).length }
}

/** Each theme continues at most one of before, the nearest pairs first. */
function matchCentres(
  centres: readonly Float64Array[],
  start: readonly Float64Array[],
): Map<number, number> {
  const pairs = centres.flatMap((centre, at) =>
    start.map((earlier, from) => ({ at, from, near: dot(centre, earlier) })),
  )
  pairs.sort((a, b) => b.near - a.near || a.at - b.at || a.from - b.from)
  const matched = new Map<number, number>()
  const taken = new Set<number>()
  for (const { at, from, near } of pairs) {
    if (near < SAME_THEME || matched.has(at) || taken.has(from)) continue
    matched.set(at, from)
    taken.add(from)
  }
  return matched
}

function dot(one: Float64Array, other: Float64Array): number {
  return nearness({ columns: Int32Array.from(one.keys()), values: one }, other)
}

function centreOf(
  stems: Readonly<Record<string, number>>,
  { columnOf, stems: all }: Vocabulary,
): Float64Array {
  const centre = new Float64Array(all.length)
  for (const [stem, weight] of Object.entries(stems)) {
    const column = columnOf.get(stem)
    if (column !== undefined) centre[column] = weight
  }
  return toLengthOne(centre)
}

function stemsOf(centre: Float64Array, { stems }: Vocabulary): Record<string, number> {
  return Object.fromEntries(
    [...centre.entries()]
      .sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b)
      .slice(0, STEMS_KEPT)
      .filter(([, weight]) => weight > 0)
      .map(([column, weight]) => [stems[column] ?? '', Number(weight.toFixed(4))]),
  )
}
