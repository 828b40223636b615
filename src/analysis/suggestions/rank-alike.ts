import { likeness, tellingStems, weighTexts } from './text-weights.ts'
import { readWords } from './read-words.ts'
import type { TextToRead } from './suggest.ts'

export interface Alike {
  /** Its place among the candidates. */
  readonly at: number
  readonly likeness: number
  /** Of the text, as written: what both say. */
  readonly words: readonly string[]
}

const LEAST_LIKENESS = 0.15
const MOST_WORDS_SHOWN = 4

/** Which of the candidates say nearly the same, the closest first. */
export function rankAlike(
  text: TextToRead,
  candidates: readonly TextToRead[],
  most: number,
): Alike[] {
  const [own, ...others] = weighTexts([text, ...candidates].map(tellingStems))
  if (own === undefined) return []
  return others
    .map((other, at) => ({ at, other, likeness: likeness(own, other) }))
    .filter((found) => found.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || a.at - b.at)
    .slice(0, most)
    .map(({ at, other, likeness: near }) => ({
      at,
      likeness: near,
      words: sharedWords(text, own, other),
    }))
}

function sharedWords(
  { text, language }: TextToRead,
  own: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): string[] {
  const written = new Map(
    readWords(text, language)
      .reverse()
      .map((word) => [word.stem, word.written]),
  )
  return [...own]
    .filter(([stem]) => other.has(stem))
    .sort(([a, ofA], [b, ofB]) => ofB * (other.get(b) ?? 0) - ofA * (other.get(a) ?? 0))
    .slice(0, MOST_WORDS_SHOWN)
    .map(([stem]) => written.get(stem) ?? stem)
}
