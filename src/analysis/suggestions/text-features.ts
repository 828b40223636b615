import type { Word } from './read-words.ts'

/** What a model sees of a text: hashed stems, pairs of them and pieces of words, each with its word. */
export interface TextFeatures {
  readonly hashes: readonly number[]
  /** Of each hash, the place of the word that it came from. */
  readonly places: readonly number[]
  /** How many of them, at the start, are of whole words; the others are of pieces. */
  readonly ofWords: number
}

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193
const PIECES = [3, 4, 5]

const seedOf = (kind: number): number => Math.imul(OFFSET ^ kind, PRIME)
const [STEM, PAIR, PIECE] = [seedOf(1), seedOf(2), seedOf(3)]

/** Pieces catch what stems miss: misspellings, compounds, half-written words. */
export function featuresOf(words: readonly Word[]): TextFeatures {
  const hashes: number[] = []
  const places: number[] = []
  const add = (hash: number, place: number) => {
    hashes.push(hash >>> 0)
    places.push(place)
  }
  for (const [place, { stem }] of words.entries()) {
    add(hashText(stem, 0, stem.length, STEM), place)
    const next = words[place + 1]?.stem
    if (next !== undefined) add(hashPair(stem, next), place)
  }
  const ofWords = hashes.length
  for (const [place, { folded }] of words.entries()) {
    const framed = ` ${folded} `
    for (const size of PIECES) {
      for (let start = 0; start + size <= framed.length; start += 1) {
        add(hashText(framed, start, start + size, PIECE), place)
      }
    }
  }
  return { hashes, places, ofWords }
}

function hashPair(first: string, second: string): number {
  const half = Math.imul(hashText(first, 0, first.length, PAIR) ^ 32, PRIME)
  return hashText(second, 0, second.length, half)
}

function hashText(text: string, start: number, end: number, seed: number): number {
  let hash = seed
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  // FNV leaves the high bits of short texts alike
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
