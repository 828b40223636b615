import { sha256 } from './derive.ts'
import { fromIndexes, indexesOf } from './word-bits.ts'

/** 2,048 words, each known by its first four letters without accents. */
export type WordList = readonly string[]

export type ReadWords =
  | { bits: Uint8Array }
  | { problem: 'count'; found: number }
  | { problem: 'word'; position: number; word: string }
  | { problem: 'checksum' }

export const receiptWordCount = 10
/** The 99 bits stand in 13 bytes whose last five bits are zero. */
export const receiptByteLength = 13

export function wordsOf(bits: Uint8Array, list: WordList): string[] {
  const indexes = [...indexesOf(bits, 9), checksum(bits)]
  return indexes.map((index) => wordAt(list, index))
}

/** The lists come with accents apart from their letters. */
export function wordAt(list: WordList, index: number): string {
  return (list[index] ?? '').normalize('NFC')
}

/** Reads what somebody typed: accents, capitals, endings, numbers and signs are forgiven. */
export function readWords(text: string, lists: readonly WordList[]): ReadWords {
  const typed = wordKeys(text)
  if (typed.length !== receiptWordCount) return { problem: 'count', found: typed.length }
  const readings = lists.map((list) => readIn(typed, list))
  const right = readings.find((reading) => 'bits' in reading)
  return right ?? readings.reduce(furthest)
}

function readIn(typed: readonly TypedWord[], list: WordList): ReadWords {
  const known = keysOf(list)
  const indexes = typed.map(({ key }) => known.get(knownKey(known, key) ?? ''))
  const unknown = indexes.indexOf(undefined)
  const missed = typed[unknown]
  if (missed) return { problem: 'word', position: unknown + 1, word: missed.word }
  const numbers = indexes.map((index) => index ?? 0)
  const bits = fromIndexes(numbers.slice(0, -1), receiptByteLength)
  return numbers[numbers.length - 1] === checksum(bits) ? { bits } : { problem: 'checksum' }
}

/** Of two readings that fail, the one in the list that the words seem to come from. */
function furthest(one: ReadWords, other: ReadWords): ReadWords {
  return reach(other) > reach(one) ? other : one
}

function reach(reading: ReadWords): number {
  return 'position' in reading ? reading.position : Infinity
}

export interface TypedWord {
  word: string
  key: string
}

export function wordKeys(text: string): TypedWord[] {
  const words = text.normalize('NFC').match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  return words.map((word) => ({ word, key: keyOf(word) }))
}

export function keysOf(list: WordList): Map<string, number> {
  return new Map(list.map((word, index) => [keyOf(word), index]))
}

/** The ending of a word of three letters is forgiven unless it makes another word. */
export function knownKey(known: ReadonlyMap<string, number>, key: string): string | undefined {
  return [key, key.slice(0, 3)].find((one) => known.has(one))
}

function keyOf(word: string): string {
  const letters = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return letters.slice(0, 4)
}

/** Eleven bits of the hash. */
function checksum(bits: Uint8Array): number {
  return indexesOf(sha256(bits), 1)[0] ?? 0
}
