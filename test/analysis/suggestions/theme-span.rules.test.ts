import { describe, expect, it } from '@jest/globals'
import { goneFrom } from '../../../src/analysis/suggestions/themes/gone-themes.ts'
import {
  codeOf,
  lastDayOf,
  spanIn,
  spansToRead,
} from '../../../src/analysis/suggestions/themes/theme-span.ts'

const month = (code: string) => `${code}-01`

describe('Where themes are looked for', () => {
  it('is a month or a quarter, named as its address names it', () => {
    expect(['2026-03', '2026-Q4'].map((code) => codeOf(spanIn(code)!))).toEqual([
      '2026-03',
      '2026-Q4',
    ])
    expect(lastDayOf(spanIn('2024-Q1')!)).toBe('2024-03-31')
    expect(['2026-13', '2026-Q5', '2026', 'mes', null].map(spanIn)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('begins with the oldest that is over and ends with the month that runs', () => {
    const received = ['2026-01', '2026-02', '2026-03', '2026-04'].map(month)
    expect(spansToRead(received, [], '2026-05-01').map(codeOf)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-Q1',
      '2026-04',
      '2026-05',
    ])
  })

  it('passes over what was read after it ended, and not what was read while it ran', () => {
    const read = [
      { month: '2026-03-01', months: 1, readOn: '2026-03-31' },
      { month: '2026-02-01', months: 1, readOn: '2026-03-01' },
      { month: '2026-01-01', months: 3, readOn: '2026-04-01' },
    ] as const
    const received = ['2026-02', '2026-03'].map(month)
    expect(spansToRead(received, read, '2026-04-01').map(codeOf)).toEqual(['2026-03', '2026-04'])
  })

  it('reads a book of years a few months a night', () => {
    const received = ['01', '02', '03', '04', '05', '06', '07', '08'].map(
      (each) => `2020-${each}-01`,
    )
    expect(spansToRead(received, [], '2026-04-01')).toHaveLength(7)
  })
})

describe('A theme that is gone', () => {
  const theme = (themeId: string) => ({
    themeId,
    since: '2026-01-01',
    phrases: [themeId],
    said: 12,
    before: 0,
    trend: { is: 'unknown', change: null, low: null, high: null } as const,
    centre: {},
  })

  it('was found before and is continued by none, where enough was told to find one', () => {
    const earlier = [theme('fila'), theme('luz')]
    expect(goneFrom({ texts: 40 }, [theme('fila')], earlier)).toEqual([theme('luz')])
    expect(goneFrom({ texts: 20 }, [], earlier)).toEqual([])
  })
})
