import { tellingStems } from '../text-weights.ts'

/** What somebody told in the period, by the id of its case. */
export interface ThemeText {
  readonly id: string
  readonly text: string
  readonly language: string
}

/** A text with its stems, and those whose texts say the same words over again. */
export interface DistinctText extends ThemeText {
  readonly stems: readonly string[]
  /** Of the texts that repeat it, itself among them. */
  readonly ids: readonly string[]
}

/** Two texts with so many words in common are one text written twice. */
const SAME = 0.8
const RAREST = 3

/** Texts written once, each with those that repeat it: a note pasted 380 times is one voice. */
export function gatherRepeated(texts: readonly ThemeText[]): DistinctText[] {
  const read = texts.map((text) => ({ text, stems: tellingStems(text) }))
  const inTexts = new Map<string, number>()
  for (const { stems } of read)
    for (const stem of new Set(stems)) inTexts.set(stem, (inTexts.get(stem) ?? 0) + 1)
  const byRarest = new Map<
    string,
    { words: Set<string>; found: DistinctText & { ids: string[] } }[]
  >()
  const distinct: DistinctText[] = []
  for (const { text, stems } of read) {
    const words = new Set(stems)
    const key = rarestOf(words, inTexts)
    const known = byRarest.get(key) ?? []
    const same = known.find((each) => shared(each.words, words) >= SAME)
    if (same) {
      same.found.ids.push(text.id)
      continue
    }
    const found = { ...text, stems, ids: [text.id] }
    byRarest.set(key, [...known, { words, found }])
    distinct.push(found)
  }
  return distinct
}

function rarestOf(words: ReadonlySet<string>, inTexts: ReadonlyMap<string, number>): string {
  const count = (word: string) => inTexts.get(word) ?? 0
  return [...words]
    .sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1))
    .slice(0, RAREST)
    .join(' ')
}

/** Of all the words of both, those that both have. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0
  for (const word of one) if (other.has(word)) both += 1
  const all = one.size + other.size - both
  return all === 0 ? 1 : both / all
}
