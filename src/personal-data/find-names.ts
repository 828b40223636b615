import { fold } from './fold.ts'
import type { Finder, Found, Why } from './personal-data.ts'
import type { PersonalWords } from './personal-pack.ts'

interface Word {
  text: string
  folded: string
  start: number
  end: number
  isCapital: boolean
  /** Nothing but spaces between the word before and this one. */
  follows: boolean
  /** What stands between the word before and this one. */
  gap: string
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
  closings: ReadonlySet<string>
  afterNames: ReadonlySet<string>
  weakIntroductions: readonly (readonly string[])[]
}

const MOST_WORDS = 6
/** So few words are a title or a caption: a name and little else may make most of its capitals. */
const SHORT = 6

/** Names of people: after a title or an introduction, and those that most people have. */
export function findNames(words: PersonalWords): Finder {
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
    closings: set(words.closings),
    afterNames: set(words.afterNames),
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
    const [first, last] = [words[at], words[at + run.length - 1]]
    if (run.length === 0 || !first || !last) continue
    found.push({ start: first.start, end: last.end, kind: 'name', why: run.why })
    at += run.length - 1
  }
  return found
}

interface Run {
  length: number
  why: Why
}

const NONE: Run = { length: 0, why: 'looks' }

/** How many words of a name stand from here on, and what says that they are one. */
function runAt(words: readonly Word[], at: number, names: Names, capitalsSayNothing: boolean): Run {
  const word = words[at]
  if (!word || names.stops.has(word.folded)) return NONE
  const looks = (each: Word) => looksLikeName(each, names, capitalsSayNothing)
  const isWritten = word.isCapital && !capitalsSayNothing
  const isBegun = !names.particles.has(word.folded) || looks(words[at + 1] ?? word)
  if (isBegun && isIntroduced(words, at, names.introductions, names)) {
    const follows = isWritten ? looks : orUnknown(looks, words, at, names)
    return { length: lengthOfRun(words, at, names, follows, 1), why: 'word' }
  }
  if (isTitled(words, at, names)) {
    const least = looks(word) ? 0 : 1
    const isSure = least === 0 || (word.gap.startsWith('.') && !names.particles.has(word.folded))
    if (isSure) return { length: lengthOfRun(words, at, names, looks, least), why: 'word' }
  }
  if (isIntroduced(words, at, names.weakIntroductions, names) && isKnown(word, names)) {
    return { length: lengthOfRun(words, at, names, looks), why: 'word' }
  }
  return { length: runOfKnown(words, at, names, looks, capitalsSayNothing), why: 'looks' }
}

function isTitled(words: readonly Word[], at: number, { titles }: Names): boolean {
  const word = words[at]
  return word !== undefined && word.follows && titles.has(words[at - 1]?.folded ?? '')
}

/** In small letters a name that few have looks like any word: two more after the first may be its surnames. */
function orUnknown(
  looks: (word: Word) => boolean,
  words: readonly Word[],
  at: number,
  { stops, particles, afterNames }: Names,
): (word: Word) => boolean {
  const near = words.slice(at, at + 3)
  const isOther = ({ folded }: Word) =>
    stops.has(folded) || particles.has(folded) || afterNames.has(folded)
  const end = near.findIndex((word) => isOther(word))
  const surnames = new Set(end < 0 ? near : near.slice(0, end))
  return (word) => looks(word) || surnames.has(word)
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

/** The words before are one of these phrases, and no sentence ends between them and this one. */
function isIntroduced(
  words: readonly Word[],
  at: number,
  phrases: readonly (readonly string[])[],
  { closings }: Names,
): boolean {
  const before = words[at - 1]
  if (!before || (endsSentence(words[at]) && !closings.has(before.folded))) return false
  return phrases.some((phrase) => {
    const said = words.slice(Math.max(0, at - phrase.length), at)
    const isSaid = phrase.every((part, index) => said[index]?.folded === part)
    return isSaid && !said.slice(1).some(endsSentence)
  })
}

const endsSentence = (word: Word | undefined) => /[.!?;…]/.test(word?.gap ?? '')

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
      gap: between,
      follows: /^[^\S\n]+$/u.test(between) || (isShort && /^\.[^\S\n]*$/u.test(between)),
    }
    before = read
    return read
  })
}
