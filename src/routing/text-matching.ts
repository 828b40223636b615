import { foldWord, stemWord } from './word-stem.ts'

/**
 * Words and phrases as administrations write them in their rules:
 * `bache` also finds baches · `soborn*` any ending · `poste caído` one word after the other, whatever
 * articles stand between · `pidió ... dinero` with up to five words in between. Case and accents never
 * count.
 */
export interface Word {
  /** As it was written. */
  raw: string
  folded: string
  stem: string
  /** What stands between the word before and this one: signs, articles. */
  lead: string
}

export interface ReadText {
  words: readonly Word[]
  positions: ReadonlyMap<string, readonly number[]>
  /** How many words, small ones aside, stand before each position. */
  before: readonly number[]
}

interface Step {
  stem: string
  prefix: string | null
  /** How many words may stand between the step before and this one, small ones aside. */
  gap: number
}

export interface Pattern {
  source: string
  steps: readonly Step[]
}

/** Positions of the first and the last word of what was found. */
export type Span = readonly [first: number, last: number]

const GAP = 5
/** So that a text of nothing but small words ends the search too. */
const MOST_SMALL_WORDS = 3

/** Never asked for; other small words are, where a pattern has them: a house "en llamas", not who "llamas". */
const ARTICLES = new Set('el la los las un una unos unas the an'.split(' '))
const SMALL_WORDS = new Set([...ARTICLES, ...'lo a al de del en y e o u to of in on at'.split(' ')])
const CONTRACTIONS: Readonly<Record<string, string>> = { al: 'a', del: 'de' }

/** Invisible signs are no way around a rule. */
const WORDS = /([^\p{L}\p{M}\p{N}]*)([\p{L}\p{M}\p{N}]+)/gu

export function splitWords(text: string): Word[] {
  return Array.from(text.replace(/\p{Cf}/gu, '').matchAll(WORDS), ([, lead = '', raw = '']) => {
    const folded = foldWord(raw)
    return { raw, folded, stem: CONTRACTIONS[folded] ?? stemWord(folded), lead }
  })
}

/** Reads a text once, to be searched for many patterns. */
export function readText(text: string): ReadText {
  return withPositions(splitWords(text))
}

/** The same text without its small words, which the next word then carries in its lead. */
export function withoutSmallWords(text: ReadText): ReadText {
  const kept: Word[] = []
  let lead = ''
  for (const word of text.words) {
    lead += word.lead
    if (SMALL_WORDS.has(word.folded)) {
      lead += word.raw
    } else {
      kept.push({ ...word, lead })
      lead = ''
    }
  }
  return withPositions(kept)
}

function withPositions(words: readonly Word[]): ReadText {
  const positions = new Map<string, number[]>()
  const before = [0]
  for (const [position, word] of words.entries()) {
    const places = positions.get(word.stem)
    if (places) places.push(position)
    else positions.set(word.stem, [position])
    before.push((before[position] ?? 0) + (SMALL_WORDS.has(word.folded) ? 0 : 1))
  }
  return { words, positions, before }
}

/** A pattern without steps (only articles, only signs) never matches; forms refuse it. */
export function readPattern(source: string): Pattern {
  const steps: Step[] = []
  let gap = 0
  for (const piece of source.replaceAll(/\.{3}|…/g, ' … ').split(/\s+/)) {
    if (piece === '…') gap = GAP
    const words = splitWords(piece)
    for (const [index, word] of words.entries()) {
      const prefix = piece.endsWith('*') && index === words.length - 1
      if (ARTICLES.has(word.folded) && !prefix) continue
      steps.push({ stem: word.stem, prefix: prefix ? word.folded : null, gap: steps.length && gap })
      gap = 0
    }
  }
  return { source, steps }
}

const readPatterns = new WeakMap<readonly string[], readonly Pattern[]>()

/** Lists come from cached rules, so each is read once for as long as it lives. */
export function patternsOf(sources: readonly string[]): readonly Pattern[] {
  const known = readPatterns.get(sources)
  if (known) return known
  const patterns = sources.map(readPattern)
  readPatterns.set(sources, patterns)
  return patterns
}

export function* findSpans(pattern: Pattern, text: ReadText): Generator<Span> {
  const [first, ...rest] = pattern.steps
  if (!first) return
  for (const start of placesOf(first, text)) {
    const last = followSteps(rest, text, start)
    if (last !== null) yield [start, last]
  }
}

/** Most patterns of a list have nowhere to begin in a text: known without a search. */
export function mayBegin({ steps }: Pattern, text: ReadText): boolean {
  const [first] = steps
  if (!first) return false
  const { prefix, stem } = first
  if (prefix === null) return text.positions.has(stem)
  return text.words.some(({ folded }) => folded.startsWith(prefix))
}

function placesOf(step: Step, text: ReadText): readonly number[] {
  if (step.prefix === null) return text.positions.get(step.stem) ?? []
  return [...text.words.keys()].filter((position) => fits(step, text, position))
}

function fits(step: Step, text: ReadText, position: number): boolean {
  const word = text.words[position]
  if (!word) return false
  return step.prefix === null ? word.stem === step.stem : word.folded.startsWith(step.prefix)
}

/** All places where each step can stand are kept together, so that no text makes this slow. */
function followSteps(steps: readonly Step[], text: ReadText, start: number): number | null {
  let ends = [start]
  for (const step of steps) {
    ends = nextEnds(step, text, ends)
    if (ends.length === 0) return null
  }
  return ends[0] ?? null
}

/** Where the step can stand behind one of the ends; the nearest end leaves the fewest words between. */
function nextEnds(step: Step, text: ReadText, ends: readonly number[]): number[] {
  const next: number[] = []
  const farthest = step.gap + 1 + MOST_SMALL_WORDS
  let nearest = 0
  let end = ends[0] ?? 0
  const last = Math.min(text.words.length - 1, (ends.at(-1) ?? 0) + farthest)
  for (let position = end + 1; position <= last; position++) {
    while ((ends[nearest + 1] ?? Infinity) < position) nearest += 1
    end = ends[nearest] ?? end
    const between = (text.before[position] ?? 0) - (text.before[end + 1] ?? 0)
    if (position - end <= farthest && between <= step.gap && fits(step, text, position))
      next.push(position)
  }
  return next
}

/** The patterns that the text contains, in their order. */
export function findWords(sources: readonly string[], text: ReadText): string[] {
  return patternsOf(sources)
    .filter((pattern) => mayBegin(pattern, text) && !findSpans(pattern, text).next().done)
    .map((pattern) => pattern.source)
}
