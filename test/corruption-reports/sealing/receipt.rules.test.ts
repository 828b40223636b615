import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { englishWords } from '../../../src/corruption-reports/sealing/english-words.ts'
import {
  deriveReceipt,
  newReceiptBits,
  readPassphrase,
  newPassphrase,
  passphraseOf,
  readWords,
  receiptFrom,
  type WordList,
  wordsOf,
} from '../../../src/corruption-reports/sealing/index.ts'
import { spanishWords } from '../../../src/corruption-reports/sealing/spanish-words.ts'
import { fromIndexes } from '../../../src/corruption-reports/sealing/word-bits.ts'
import { keysOf } from '../../../src/corruption-reports/sealing/words.ts'
import { administration, countingRandom } from './people.ts'

const lists = [spanishWords, englishWords]
const seeds = fc.integer({ min: 1, max: 2 ** 31 })
const bitsOf = (seed: number) => newReceiptBits(countingRandom(seed))

describe('the ten words of a receipt', () => {
  it.each([
    ['Spanish', spanishWords],
    ['English', englishWords],
  ])('come from a list that four letters tell apart: %s', (_, list) => {
    expect(keysOf(list).size).toBe(2048)
  })

  it.each([
    ['Spanish', spanishWords],
    ['English', englishWords],
  ])('give back the bits that they stand for: %s', (_, list) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const bits = bitsOf(seed)
        const words = wordsOf(bits, list)
        expect(words).toHaveLength(10)
        expect(readWords(words.join(' '), lists)).toEqual({ bits })
      }),
      { numRuns: 50 },
    )
  })

  it('forgive accents, capitals, endings, numbers and signs', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const bits = bitsOf(seed)
        const typed = wordsOf(bits, spanishWords)
          .map(
            (word, index) =>
              `${index + 1}. ${plain(word).toUpperCase()}${plain(word).length > 3 ? 's' : ''};`,
          )
          .join('\n')
        expect(readWords(typed, lists)).toEqual({ bits })
      }),
      { numRuns: 50 },
    )
  })

  it('of three letters forgive an ending that makes no other word', () => {
    const index = spanishWords.findIndex((word) => word.normalize('NFC') === 'oír')
    const bits = fromIndexes([index, 1, 2, 3, 4, 5, 6, 7, 8], 13)
    const typed = wordsOf(bits, spanishWords).join(' ').replace('oír', 'oíres')
    expect(typed).toMatch(/^oíres /)
    expect(readWords(typed, lists)).toEqual({ bits })
  })

  it('do not forgive their order', () => {
    const words = wordsOf(bitsOf(9), spanishWords)
    const turned = [words[1], words[0], ...words.slice(2)].join(' ')
    expect(readWords(turned, lists)).toEqual({ problem: 'checksum' })
  })

  it('name the one that is in no list', () => {
    const words = wordsOf(bitsOf(9), spanishWords).with(6, 'xilófono')
    expect(readWords(words.join(' '), lists)).toEqual({
      problem: 'word',
      position: 7,
      word: 'xilófono',
    })
  })

  it('are counted', () => {
    expect(readWords('ábaco abdomen', lists)).toEqual({ problem: 'count', found: 2 })
    expect(readWords('', lists)).toEqual({ problem: 'count', found: 0 })
  })

  it('with one of them changed pass for right once in about two thousand times', () => {
    const words = wordsOf(bitsOf(9), spanishWords)
    const passed = spanishWords.filter(
      (word) => 'bits' in readWords(words.with(3, word).join(' '), [spanishWords]),
    )
    expect(passed.map((word) => word.normalize('NFC'))).toContain(words[3])
    expect(passed.length).toBeLessThan(8)
  })

  it('are the same list whatever the language of who reads them', () => {
    const [bits, other] = [bitsOf(1), bitsOf(2)]
    expect(readWords(wordsOf(bits, englishWords).join(' '), lists)).toEqual({ bits })
    expect(readWords(wordsOf(other, englishWords).join(' '), [spanishWords])).toHaveProperty(
      'problem',
    )
  })
})

describe('the bits of a receipt', () => {
  it('a receipt carries ninety-nine random bits', () => {
    const of = (random: Uint8Array) => newReceiptBits(() => random)
    const different = Array.from({ length: 104 }, (_, bit) =>
      of(new Uint8Array(13).map((_byte, at) => (at === bit >> 3 ? 128 >> (bit & 7) : 0))),
    )
    const zero = of(new Uint8Array(13))
    expect(new Set(different.map(String)).size).toBe(99 + 1)
    expect(different.slice(99)).toEqual([zero, zero, zero, zero, zero])
  })
})

describe('what a receipt gives', () => {
  it('is the same each time, and nothing of it the same as another part', () => {
    const receipt = deriveReceipt(bitsOf(4), administration)
    expect(deriveReceipt(bitsOf(4), administration)).toEqual(receipt)
    const { auth, selfKey, opening, mailbox } = receipt
    const parts = [auth, selfKey, opening, mailbox.secret, mailbox.publicKey]
    expect(new Set(parts.map(String)).size).toBe(5)
  })

  it('is another in another administration', () => {
    const here = deriveReceipt(bitsOf(4), administration)
    const there = deriveReceipt(bitsOf(4), `${administration}0`)
    expect(there.auth).not.toEqual(here.auth)
    expect(there.opening).not.toEqual(here.opening)
  })

  it('can be made again by who sends the same twice on one day, and not on another', () => {
    const [pepper, body] = [countingRandom(1)(32), countingRandom(2)(32)]
    const bits = receiptFrom(pepper, 'key-1', body)
    expect(receiptFrom(pepper, 'key-1', body)).toEqual(bits)
    expect(readWords(wordsOf(bits, spanishWords).join(' '), lists)).toEqual({ bits })
    expect(receiptFrom(pepper, 'key-2', body)).not.toEqual(bits)
    expect(receiptFrom(pepper, 'key-1', countingRandom(3)(32))).not.toEqual(bits)
    expect(receiptFrom(countingRandom(4)(32), 'key-1', body)).not.toEqual(bits)
  })
})

describe('a passphrase', () => {
  it('has six words, and is the same however it is written', () => {
    const words = newPassphrase(countingRandom(8), spanishWords)
    expect(words).toHaveLength(6)
    const typed = words.map((word) => plain(word).toUpperCase()).join('-')
    expect(readPassphrase(typed, lists)).toEqual({ passphrase: passphraseOf(words) })
  })

  it('names the word that is in no list', () => {
    expect(readPassphrase('ábaco ábaco qqqq ábaco ábaco ábaco', lists)).toEqual({
      problem: 'word',
      position: 3,
      word: 'qqqq',
    })
  })

  it('uses every word of the list', () => {
    const first = (list: WordList) => newPassphrase((n) => new Uint8Array(n).fill(255), list)[0]
    expect(first(spanishWords)).toBe(spanishWords.at(-1)?.normalize('NFC'))
  })
})

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}
