import { fold } from './fold.ts'
import type { Finder, Found } from './mask-text.ts'
import type { MaskingWords } from './word-pack.ts'

interface Word {
  text: string
  folded: string
  start: number
  end: number
  isCapital: boolean
  /** Nothing but spaces between the word before and this one. */
  follows: boolean
}

interface Names {
  given: ReadonlySet<string>
  surnames: ReadonlySet<string>
  ambiguous: ReadonlySet<string>
  commonWords: ReadonlySet<string>
  particles: ReadonlySet<string>
  saints: ReadonlySet<string>
  stops: ReadonlySet<string>
  titles: ReadonlySet<string>
  introductions: readonly (readonly string[])[]
  weakIntroductions: readonly (readonly string[])[]
}

const MOST_WORDS = 6
/** So few words are a title or a caption: a name and little else may make most of its capitals. */
const SHORT = 6

/** Names of people: after a title or an introduction, and those that most people have. */
export function findNames(words: MaskingWords): Finder {
  const set = (list: readonly string[]) => new Set(list.map(fold))
  const phrases = (list: readonly string[]) => list.map((phrase) => fold(phrase).split(' '))
  const names: Names = {
    given: set(words.givenNames),
    surnames: set(words.surnames),
    ambiguous: set(words.ambiguous),
    commonWords: set(words.commonWords),
    particles: set(words.particles),
    saints: set(words.saints),
    stops: set(words.stopWords),
    titles: set(words.titles),
    introductions: phrases(words.introductions),
    weakIntroductions: phrases(words.weakIntroductions),
  }
  return (text) => namesIn(text, names)
}

function namesIn(text: string, names: Names): Found[] {
  const words = wordsOf(text, names.titles)
  // where everything is in capitals or in small letters, capitals say nothing
  const capitals = words.filter(({ isCapital }) => isCapital).length
  const isTitle = words.length <= SHORT && text !== text.toUpperCase()
  const saysNothing = capitals > words.length * 0.6 && !isTitle
  const found: Found[] = []
  for (let at = 0; at < words.length; at += 1) {
    const run = runAt(words, at, names, saysNothing)
    const [first, last] = [words[at], words[at + run - 1]]
    if (run === 0 || !first || !last) continue
    found.push({ start: first.start, end: last.end, kind: 'name' })
    at += run - 1
  }
  return found
}

/** How many words of a name stand from here on. */
function runAt(
  words: readonly Word[],
  at: number,
  names: Names,
  capitalsSayNothing: boolean,
): number {
  const word = words[at]
  if (!word || names.stops.has(word.folded)) return 0
  const looks = (each: Word) => looksLikeName(each, names, capitalsSayNothing)
  const introduced = isAfter(words, at, names.introductions)
  if (introduced) return lengthOfRun(words, at, names, looks, 1)
  const titled = at > 0 && word.follows && names.titles.has(words[at - 1]?.folded ?? '')
  if (titled && looks(word)) return lengthOfRun(words, at, names, looks)
  const weakly = isAfter(words, at, names.weakIntroductions)
  if (weakly && isKnown(word, names)) return lengthOfRun(words, at, names, looks)
  return runOfKnown(words, at, names, looks, capitalsSayNothing)
}

/** A first name that many have, with what follows; alone only where it is no other word. */
function runOfKnown(
  words: readonly Word[],
  at: number,
  names: Names,
  looks: (word: Word) => boolean,
  capitalsSayNothing: boolean,
): number {
  const word = words[at]
  if (!word || !names.given.has(word.folded) || isPlaceOfSaint(words, at, names)) return 0
  const written = word.isCapital && !capitalsSayNothing
  const isOther =
    names.ambiguous.has(word.folded) || (!written && names.commonWords.has(word.folded))
  if (written) {
    const run = lengthOfRun(words, at, names, looks)
    return run > 1 || !isOther ? run : 0
  }
  // in small letters or all capitals what follows has to be a name too
  const next = words[at + 1]
  const run = lengthOfRun(words, at, names, (each) => isKnown(each, names))
  if (isOther) {
    const isSure = next && isKnown(next, names) && !names.ambiguous.has(next.folded)
    return isSure ? run : 0
  }
  return run > 1 || word.text.length >= 4 ? run : 0
}

/** From the first word on as long as they look like names; small words count between two. */
function lengthOfRun(
  words: readonly Word[],
  at: number,
  names: Names,
  looks: (word: Word) => boolean,
  least = 0,
): number {
  let length = 0
  for (let index = at; index < Math.min(words.length, at + MOST_WORDS); index += 1) {
    const word = words[index]
    if (!word || (index > at && !word.follows)) break
    if (index - at < least || looks(word)) length = index - at + 1
    else if (!names.particles.has(word.folded)) break
  }
  return length
}

function looksLikeName(word: Word, names: Names, capitalsSayNothing: boolean): boolean {
  if (names.stops.has(word.folded)) return false
  return isKnown(word, names) || (word.isCapital && !capitalsSayNothing)
}

function isKnown({ folded }: Word, { given, surnames }: Names): boolean {
  return given.has(folded) || surnames.has(folded)
}

/** San Juan, Santa Rosa: a place. */
function isPlaceOfSaint(words: readonly Word[], at: number, { saints }: Names): boolean {
  return saints.has(words[at - 1]?.folded ?? '')
}

function isAfter(
  words: readonly Word[],
  at: number,
  phrases: readonly (readonly string[])[],
): boolean {
  return phrases.some((phrase) =>
    phrase.every((part, index) => words[at - phrase.length + index]?.folded === part),
  )
}

/** After a title or an initial a full stop does not end a name. */
function wordsOf(text: string, titles: ReadonlySet<string>): Word[] {
  let before: Word | null = null
  return [...text.matchAll(/\p{L}[\p{L}\p{M}'’]*/gu)].map(({ index, 0: word }) => {
    const between: string = before ? text.slice(before.end, index) : ''
    const isShort = before !== null && (before.text.length === 1 || titles.has(before.folded))
    const read: Word = {
      text: word,
      folded: fold(word),
      start: index,
      end: index + word.length,
      isCapital: /^\p{Lu}/u.test(word),
      follows: /^[^\S\n]+$/u.test(between) || (isShort && /^\.[^\S\n]*$/u.test(between)),
    }
    before = read
    return read
  })
}
