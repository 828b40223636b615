import { describe, expect, it } from '@jest/globals'
import { printedNumber, readRange } from '../../src/channels/sheets/sheet-number.ts'

describe('The numbers of a pile of sheets', () => {
  it.each([
    [
      'HOJA-DEMO-000009',
      'HOJA-DEMO-000011',
      ['HOJA-DEMO-000009', 'HOJA-DEMO-000010', 'HOJA-DEMO-000011'],
    ],
    ['hoja-demo-000109', '11', ['HOJA-DEMO-000109', 'HOJA-DEMO-000110', 'HOJA-DEMO-000111']],
    ['A 7', 'A 7', ['A 7']],
    ['098', '101', ['098', '099', '100', '101']],
  ])('from %s to %s', (first, last, numbers) => {
    expect(readRange(first, last)).toEqual({ numbers })
  })

  it.each([
    ['', '5', 'first', 'required'],
    ['HOJA', '5', 'first', 'not_valid'],
    ['A-1', '', 'last', 'required'],
    ['A-1', 'B-3', 'last', 'other_series'],
    ['A-5', 'A-4', 'last', 'before_first'],
    ['A-1', 'A-501', 'last', 'too_many'],
  ])('from “%s” to “%s”: %s %s', (first, last, field, problem) => {
    expect(readRange(first, last)).toEqual({ field, problem })
  })

  it('are of a series of their own', () => {
    expect(printedNumber('DEMO', 123)).toBe('HOJA-DEMO-000123')
  })
})
