import { readWords } from './read-words.ts'
import { stopWordsOf } from './stop-words.ts'
import type { TextToRead } from './suggest.ts'

const LEAST_LETTERS = 2

/** The stems that say something, in order; figures say little. */
export function tellingStems({ text, language }: TextToRead): string[] {
  const empty = stopWordsOf(language)
  return readWords(text, language)
    .filter(({ folded, stem }) => !empty.has(folded) && !empty.has(stem))
    .map(({ stem }) => stem)
    .filter((stem) => stem.length >= LEAST_LETTERS && !/^\d+$/.test(stem))
}

/** Each text as weights of its stems, the rarer the heavier, of length one. */
export function weighTexts(texts: readonly (readonly string[])[]): Map<string, number>[] {
  const inTexts = new Map<string, number>()
  for (const stems of texts)
    for (const stem of new Set(stems)) inTexts.set(stem, (inTexts.get(stem) ?? 0) + 1)
  return texts.map((stems) => {
    const counts = new Map<string, number>()
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    const weights = new Map<string, number>()
    for (const [stem, count] of counts) {
      const rarity = Math.log((1 + texts.length) / (1 + (inTexts.get(stem) ?? 0))) + 1
      weights.set(stem, (1 + Math.log(count)) * rarity)
    }
    return toLengthOne(weights)
  })
}

export function toLengthOne(weights: Map<string, number>): Map<string, number> {
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  const length = Math.sqrt(squares)
  if (length > 0) for (const [stem, weight] of weights) weights.set(stem, weight / length)
  return weights
}

/** The cosine of two texts of length one. */
export function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0)
  return sum
}
