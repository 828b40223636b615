import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fromBase64url, toBase64url } from '../../../src/corruption-reports/sealing/base64url.ts'
import { bind } from '../../../src/corruption-reports/sealing/bind.ts'
import { openBox, sealBox } from '../../../src/corruption-reports/sealing/box.ts'
import {
  contentSize,
  identityOneSize,
  largestContent,
  messageSize,
  padJson,
  padme,
  unpadJson,
} from '../../../src/corruption-reports/sealing/padding.ts'
import { countingRandom } from './people.ts'

const bytes = fc.uint8Array({ maxLength: 200 })

describe('base64url', () => {
  it('gives back every list of bytes, and is what Node writes', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(toBase64url(some)).toBe(Buffer.from(some).toString('base64url'))
        expect(fromBase64url(toBase64url(some))).toEqual(some)
      }),
    )
  })

  it.each(['A', 'AB==', 'A+', 'AB', 'AAB', 'A A', 'ñ'])(
    'refuses %j, written in no way of ours',
    (text) => {
      expect(() => fromBase64url(text)).toThrow('format')
    },
  )

  it('refuses another length than asked for', () => {
    expect(() => fromBase64url(toBase64url(new Uint8Array(31)), 32)).toThrow('format')
  })
})

describe('what is bound together', () => {
  it('never reads as other parts', () => {
    const parts = fc.array(bytes, { maxLength: 4 })
    fc.assert(
      fc.property(parts, parts, (some, others) => {
        const same =
          JSON.stringify(some.map(toBase64url)) === JSON.stringify(others.map(toBase64url))
        expect(toBase64url(bind(...some)) === toBase64url(bind(...others))).toBe(same)
      }),
    )
    expect(bind('ab', 'c')).not.toEqual(bind('a', 'bc'))
    expect(bind('a', '')).not.toEqual(bind('a'))
  })
})

describe('a box', () => {
  const random = countingRandom()
  const key = random(32)
  const box = sealBox(key, ['test', 'here'], random(40), random)

  it('does not open when any bit of it is another', () => {
    for (let bit = 0; bit < box.length * 8; bit++) {
      expect(openBox(key, ['test', 'here'], flipped(box, bit))).toBeNull()
    }
  })

  it('opens in its place and with its key only', () => {
    expect(openBox(key, ['test', 'here'], box)).toHaveLength(40)
    expect(openBox(key, ['test', 'there'], box)).toBeNull()
    expect(openBox(key, ['other', 'here'], box)).toBeNull()
    expect(openBox(random(32), ['test', 'here'], box)).toBeNull()
    expect(openBox(key, ['test', 'here'], box.subarray(0, 30))).toBeNull()
  })
})

describe('padding', () => {
  const text = (length: number) => 'a'.repeat(length)

  it.each([
    ['content', contentSize, [0, 1, 5_000, 16_000], 16_384],
    ['content', contentSize, [16_384, 30_000], 32_768],
    ['identity', identityOneSize, [0, 100, 2_000], 2_048],
    ['message', messageSize, [0, 500, 1_000], 1_024],
    ['message', messageSize, [1_024, 2_000], 2_048],
  ] as const)('gives every %s of one class the same size', (_, rule, lengths, size) => {
    expect(lengths.map((length) => padJson(text(length), rule).length)).toEqual(
      lengths.map(() => size),
    )
  })

  it('gives back what was padded, in any language', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (some) => {
        expect(unpadJson(padJson({ some }, messageSize))).toEqual({ some })
      }),
    )
  })

  it('takes no more than the largest class', () => {
    expect(() => padJson(text(largestContent), contentSize)).toThrow('too_large')
    expect(() => padJson(text(2_048), identityOneSize)).toThrow('too_large')
  })

  it('is read strictly: nothing hides behind the length', () => {
    const padded = padJson('a', messageSize)
    padded[padded.length - 1] = 1
    expect(() => unpadJson(padded)).toThrow('format')
  })

  it('of a file costs at most 12 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (length) => {
        expect(padme(length)).toBeGreaterThanOrEqual(length)
        expect(padme(length)).toBeLessThanOrEqual(length * 1.12)
        expect(padme(padme(length))).toBe(padme(length))
      }),
    )
    expect([1, 9, 1_000_001, 100 * 2 ** 20 - 1].map(padme)).toEqual([1, 10, 1_015_808, 104_857_600])
  })
})

function flipped(some: Uint8Array, bit: number): Uint8Array {
  return some.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
}
