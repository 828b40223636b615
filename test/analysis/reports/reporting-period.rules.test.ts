import { describe, expect, it } from '@jest/globals'
import {
  lastFinished,
  periodBefore,
  readPeriod,
  sayPeriod,
  yearBefore,
} from '../../../src/analysis/reports/reporting-period.ts'
import { translator } from '../../../src/platform/i18n/index.ts'

const read = (code: string) => {
  const period = readPeriod(code)
  if (!period) throw new Error(`${code} is no period`)
  return period
}

describe('The period of a report', () => {
  it.each([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])('%s runs from %s to %s', (code, from, until) => {
    expect(read(code)).toMatchObject({ code, from, until })
  })

  it.each(['', '2026-13', '2026-Q5', '2026-H3', '1999', '26-Q1', '2026-Q3x', "2026'"])(
    '%j is none',
    (code) => {
      expect(readPeriod(code)).toBeNull()
    },
  )

  it.each([
    ['2026-01', '2025-12', '2025-01'],
    ['2026-Q1', '2025-Q4', '2025-Q1'],
    ['2026-H2', '2026-H1', '2025-H2'],
    ['2026', '2025', '2025'],
  ])('before %s comes %s, and a year before %s', (code, before, year) => {
    expect(periodBefore(read(code)).code).toBe(before)
    expect(yearBefore(read(code)).code).toBe(year)
  })

  it('is the last one that is over, also on the first day after it', () => {
    expect(lastFinished('quarter', '2026-10-01').code).toBe('2026-Q3')
    expect(lastFinished('quarter', '2026-09-30').code).toBe('2026-Q2')
    expect(lastFinished('month', '2026-01-01').code).toBe('2025-12')
    expect(lastFinished('half', '2026-03-01').code).toBe('2025-H2')
    expect(lastFinished('year', '2026-12-31').code).toBe('2025')
  })

  it('is said in words', () => {
    expect(sayPeriod(read('2026-Q3'), translator('es'))).toBe('tercer trimestre de 2026')
    expect(sayPeriod(read('2026-03'), translator('en'))).toBe('March 2026')
    expect(sayPeriod(read('2026'), translator('es'))).toBe('2026')
  })
})
