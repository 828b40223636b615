import type { Random } from './bytes.ts'
import { indexesOf } from './word-bits.ts'
import { keysOf, knownKey, wordAt, wordKeys, type WordList } from './words.ts'

export const passphraseWordCount = 6

/** Six words, 66 bits: generated, since what people choose can be guessed from a copied blob. */
export function newPassphrase(random: Random, list: WordList): string[] {
  return indexesOf(random(9), passphraseWordCount).map((index) => wordAt(list, index))
}

export type ReadPassphrase =
  | { passphrase: string }
  | { problem: 'count'; found: number }
  | { problem: 'word'; position: number; word: string }

/** As forgiving as the receipt: what is kept of a word is its first four letters. */
export function readPassphrase(text: string, lists: readonly WordList[]): ReadPassphrase {
  const typed = wordKeys(text)
  if (typed.length !== passphraseWordCount) return { problem: 'count', found: typed.length }
  const known = lists.map(keysOf)
  const keys = typed.map(({ key }) => firstKnown(known, key))
  const unknown = keys.indexOf(undefined)
  const missed = typed[unknown]
  if (missed) return { problem: 'word', position: unknown + 1, word: missed.word }
  return { passphrase: keys.join(' ') }
}

function firstKnown(
  lists: readonly ReadonlyMap<string, number>[],
  key: string,
): string | undefined {
  const keys = lists.map((list) => knownKey(list, key))
  return keys.find((known) => known === key) ?? keys.find((known) => known !== undefined)
}

/** The same for every way to write the same words. */
export function passphraseOf(words: readonly string[]): string {
  return wordKeys(words.join(' '))
    .map(({ key }) => key)
    .join(' ')
}
