import { describe, expect, it } from '@jest/globals'
import { isCaseNumber, normaliseCaseNumber } from '../../src/cases/follow-case.ts'

describe('The number of a case', () => {
  it.each([
    'DEMO-2026-000123',
    'demo-2026-000123',
    'DEMO 2026 123',
    'demo2026000123',
    'DEMO–2026–000123',
    '  Demo / 2026 / 000123 ',
    'DEMO.2026.123',
    'DEMO-2O26-OOOI23',
    'ＤＥＭＯ-2026-000123',
    'DEMO_2026_0000123',
  ])('is understood as people write it: %s', (typed) => {
    expect(normaliseCaseNumber(typed)).toBe('DEMO-2026-000123')
  })

  it('keeps letters and digits of the book apart from the year', () => {
    expect(normaliseCaseNumber('ab20-2026-7')).toBe('AB20-2026-000007')
    expect(normaliseCaseNumber('MOLO 2026 7')).toBe('MOLO-2026-000007')
    expect(normaliseCaseNumber('DEMO-2026-12345678')).toBe('DEMO-2026-12345678')
  })

  it.each(['', '-', 'hola', '123', 'DEMO-2026', "'; drop table", 'a'.repeat(60), '🙂-🙂-🙂'])(
    'is none where nobody could read one: %s',
    (typed) => {
      const number = normaliseCaseNumber(typed)
      expect(isCaseNumber(number)).toBe(false)
      expect(number.length).toBeLessThanOrEqual(40)
    },
  )
})
