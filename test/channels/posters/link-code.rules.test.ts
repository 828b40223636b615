import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readCode, writeCode } from '../../../src/channels/posters/link-code.ts'

const key = randomBytes(32)
const here = '7f0d8a4e-0000-4000-8000-000000000001'
const elsewhere = '7f0d8a4e-0000-4000-8000-000000000002'
const anyNumber = fc.integer({ min: 1, max: 2 ** 31 - 1 })

describe('The code of a link', () => {
  it('is short, and made of letters that nobody confuses', () => {
    expect(writeCode(key, { administrationId: here, number: 7 })).toMatch(
      /^7-[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}$/,
    )
  })

  it('is read back as the number that it was made for', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const code = writeCode(key, { administrationId: here, number })
        expect(readCode(key, here, code)).toBe(number)
      }),
    )
  })

  it('may be typed in capitals, without hyphens, with o for 0 and l for 1', () => {
    const number = 32 * 1 + 0
    const code = writeCode(key, { administrationId: here, number })
    const typed = code.toUpperCase().replace(/-/g, ' ').replace(/0/g, 'O').replace(/1/g, 'l')
    expect(readCode(key, here, typed)).toBe(number)
  })

  it('is not known in another administration, nor under another key', () => {
    const code = writeCode(key, { administrationId: here, number: 3 })
    expect(readCode(key, elsewhere, code)).toBeNull()
    expect(readCode(randomBytes(32), here, code)).toBeNull()
  })

  it('with one letter changed is a forgery', () => {
    const letters = '0123456789abcdefghjkmnpqrstvwxyz'
    const code = writeCode(key, { administrationId: here, number: 41 }).replace(/-/g, '')
    for (let at = 0; at < code.length; at += 1) {
      for (const letter of letters.replace(code[at] ?? '', '')) {
        expect(readCode(key, here, code.slice(0, at) + letter + code.slice(at + 1))).toBeNull()
      }
    }
  })

  it('with zeros before its number is not another spelling of the same', () => {
    const code = writeCode(key, { administrationId: here, number: 41 })
    expect(readCode(key, here, `0${code}`)).toBeNull()
  })

  it('takes whatever else is typed for no code of ours', () => {
    for (const text of ['', '-', 'á', '12345678', 'u'.repeat(9), 'z'.repeat(400), '%00', '1-2-3']) {
      expect(readCode(key, here, text)).toBeNull()
    }
    fc.assert(fc.property(fc.string(), (text) => readCode(key, here, text) === null))
  })
})
