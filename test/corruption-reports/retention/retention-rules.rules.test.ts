import { describe, expect, it } from '@jest/globals'
import {
  eraseAfter,
  mayPostponeTo,
} from '../../../src/corruption-reports/retention/retention-rules.ts'

const after = (concludedOn: string, months: number) =>
  eraseAfter(concludedOn, { months, source: '' })

describe('The term after which a sealed report goes', () => {
  it('is the same day of the month, so many months later', () => {
    expect(after('2026-03-02', 24)).toBe('2028-03-02')
    expect(after('2026-11-30', 2)).toBe('2027-01-30')
  })

  it('is the first of the next month where that day does not exist', () => {
    expect(after('2026-12-31', 2)).toBe('2027-03-01')
    expect(after('2027-12-29', 2)).toBe('2028-02-29')
  })
})

describe('The day of the erasure', () => {
  const report = { retainUntil: '2028-03-02' }

  it('is put off to a later day, a year from today at most', () => {
    expect(mayPostponeTo(report, '2028-03-03', '2028-03-01')).toBe(true)
    expect(mayPostponeTo(report, '2029-03-02', '2028-03-01')).toBe(true)
    expect(mayPostponeTo(report, '2029-03-03', '2028-03-01')).toBe(false)
  })

  it('is never brought nearer, nor said again as it was', () => {
    expect(mayPostponeTo(report, '2028-03-01', '2028-02-01')).toBe(false)
    expect(mayPostponeTo(report, '2028-03-02', '2028-02-01')).toBe(false)
  })

  it('is not put off for a report that has none', () => {
    expect(mayPostponeTo({ retainUntil: null }, '2028-03-03', '2028-03-01')).toBe(false)
  })
})
