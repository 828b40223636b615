import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  combineShares,
  pairsOf,
  splitSecret,
} from '../../../src/corruption-reports/sealing/shamir.ts'
import { countingRandom } from './people.ts'

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('shares, two of n', () => {
  it('give the secret back by any two of them', () => {
    fc.assert(
      fc.property(secrets, fc.integer({ min: 2, max: 12 }), fc.nat(), (secret, n, seed) => {
        const shares = splitSecret(secret, n, countingRandom(seed))
        for (const [one, other] of pairsOf(shares)) {
          expect(combineShares(one, other)).toEqual(secret)
          expect(combineShares(other, one)).toEqual(secret)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('tell nothing one by one: any share belongs to any secret', () => {
    fc.assert(
      fc.property(secrets, fc.integer({ min: 1, max: 255 }), (secret, x) => {
        const guesses = new Set<number>()
        for (let y = 0; y < 256; y++) {
          const one = Uint8Array.of(x, secret[0] ?? 0)
          const other = Uint8Array.of(x === 1 ? 2 : 1, y)
          guesses.add(combineShares(one, other)[0] ?? -1)
        }
        expect(guesses.size).toBe(256)
      }),
      { numRuns: 30 },
    )
  })

  it('of another split give something else', () => {
    const secret = countingRandom(3)(32)
    const [one] = splitSecret(secret, 3, countingRandom(4))
    const [, other] = splitSecret(secret, 3, countingRandom(5))
    expect(one && other && combineShares(one, other)).not.toEqual(secret)
  })

  it('are refused twice the same, at zero, and of unequal lengths', () => {
    const share = Uint8Array.of(1, 7)
    expect(() => combineShares(share, share)).toThrow('format')
    expect(() => combineShares(share, Uint8Array.of(0, 7))).toThrow('format')
    expect(() => combineShares(share, Uint8Array.of(2, 7, 7))).toThrow('format')
  })
})
