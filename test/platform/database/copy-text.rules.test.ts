import { describe, expect, it } from '@jest/globals'
import { copyLine } from '../../../src/platform/database/copy-text.ts'

describe('A row as COPY takes it', () => {
  it.each([
    [null, '\\N'],
    ['', ''],
    ['\\N', '\\\\N'],
    ['two\tcolumns\r\nno', 'two\\tcolumns\\r\\nno'],
    [true, 't'],
    [12.5, '12.5'],
    [new Date('2026-11-20T18:00:00Z'), '2026-11-20T18:00:00.000Z'],
    [Buffer.from('ff00', 'hex'), '\\\\xff00'],
    [[], '{}'],
    [['a,b', 'said "no"', 'c:\\d'], '{"a,b","said \\\\"no\\\\"","c:\\\\\\\\d"}'],
  ])('writes %j so that it comes back as it was', (value, written) => {
    expect(copyLine([value, 1])).toBe(`${written}\t1\n`)
  })

  it('refuses what no column holds', () => {
    expect(() => copyLine([{ no: 'column' }])).toThrow('object')
  })
})
