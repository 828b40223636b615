import { readWords, type Word } from '../read-words.ts'
import { stopWordsOf } from '../stop-words.ts'
import type { ThemeText } from './theme-text.ts'

/** Said in fewer cases, a phrase may point at a person. */
export const LEAST_CASES = 5
const LONGEST_PHRASE = 3
const PHRASES = 3
/** A phrase of several words tells more than each of them. */
const LONGER_IS_BETTER = 1.4
const MOST_TEXTS = 2000

interface Phrase {
  readonly stems: readonly string[]
  texts: number
  readonly written: Map<string, number>
}

/** The most typical phrases of each group of texts, as people wrote them most. */
export function nameThemes(groups: readonly (readonly ThemeText[])[]): string[][] {
  const phrases = groups.map((texts) => phrasesOf(texts.slice(0, MOST_TEXTS)))
  const sizes = groups.map((texts) => Math.min(texts.length, MOST_TEXTS))
  const everywhere = new Map<string, number>()
  for (const own of phrases)
    for (const [key, { texts }] of own) everywhere.set(key, (everywhere.get(key) ?? 0) + texts)
  const all = sizes.reduce((sum, size) => sum + size, 0)
  return phrases.map((own, at) => {
    const size = sizes[at] ?? 0
    const scored = [...own]
      .filter(([, { texts }]) => texts >= LEAST_CASES)
      .map(([key, phrase]) => ({
        key,
        phrase,
        score: typicality(phrase, size, (everywhere.get(key) ?? 0) - phrase.texts, all - size),
      }))
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    return chooseDifferent(scored.map(({ phrase }) => phrase)).map(mostWritten)
  })
}

/** Often here, seldom elsewhere. */
function typicality(phrase: Phrase, size: number, elsewhere: number, others: number): number {
  const here = phrase.texts / size
  const there = (elsewhere + 0.5) / (others + 1)
  return here * Math.log(1 + here / there) * LONGER_IS_BETTER ** (phrase.stems.length - 1)
}

function chooseDifferent(phrases: readonly Phrase[]): Phrase[] {
  const chosen: Phrase[] = []
  for (const phrase of phrases) {
    if (chosen.length === PHRASES) break
    const isNew = chosen.every(({ stems }) => !stems.some((stem) => phrase.stems.includes(stem)))
    if (isNew) chosen.push(phrase)
  }
  return chosen
}

function mostWritten({ written }: Phrase): string {
  const [first] = [...written].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
  return first?.[0] ?? ''
}

function phrasesOf(texts: readonly ThemeText[]): Map<string, Phrase> {
  const found = new Map<string, Phrase>()
  for (const { text, language } of texts) {
    const words = readWords(text, language)
    const empty = stopWordsOf(language)
    const seen = new Set<string>()
    for (let start = 0; start < words.length; start += 1) {
      for (let length = 1; length <= LONGEST_PHRASE; length += 1) {
        const part = words.slice(start, start + length)
        if (part.length === length && mayName(part, empty)) note(found, part, seen)
      }
    }
  }
  return found
}

/** It begins and ends with a word that says something; figures and single letters name nothing. */
function mayName(part: readonly Word[], empty: ReadonlySet<string>): boolean {
  const ends = [part[0], part.at(-1)]
  return (
    ends.every((word) => word && word.folded.length > 2 && !isEmpty(word, empty)) &&
    part.every(({ folded }) => !/\d/.test(folded))
  )
}

const isEmpty = ({ folded, stem }: Word, empty: ReadonlySet<string>) =>
  empty.has(folded) || empty.has(stem)

function note(found: Map<string, Phrase>, part: readonly Word[], seen: Set<string>): void {
  const key = part.map(({ stem }) => stem).join(' ')
  const phrase = found.get(key) ?? {
    stems: key.split(' '),
    texts: 0,
    written: new Map<string, number>(),
  }
  found.set(key, phrase)
  if (seen.has(key)) return
  seen.add(key)
  phrase.texts += 1
  const written = part.map((word) => word.written.toLowerCase()).join(' ')
  phrase.written.set(written, (phrase.written.get(written) ?? 0) + 1)
}
