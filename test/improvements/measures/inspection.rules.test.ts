import { describe, expect, it } from '@jest/globals'
import {
  monthlyDays,
  monthsWithout,
  outcomeOf,
} from '../../../src/improvements/measures/inspection.ts'
import { promiseId, caseNumberOf } from '../../../src/improvements/measures/promise-id.ts'

describe('PA-03: The programme of inspections', () => {
  it('has one a month until December, on a day that every month has', () => {
    expect(monthlyDays('2026-10-31')).toEqual(['2026-10-28', '2026-11-28', '2026-12-28'])
    expect(monthlyDays('2026-01-05')).toHaveLength(12)
  })

  it('says which months are left without one', () => {
    const planned = [{ plannedOn: '2026-10-02' }, { plannedOn: '2026-12-02' }]
    expect(monthsWithout(planned, 2026, '2026-10-01')).toEqual(['2026-11'])
  })

  it('counts what was good of what could be looked at', () => {
    const results = ['good', 'good', 'bad', 'not_applicable'] as const
    const seen = results.map((result) => ({ result }))
    expect(outcomeOf(seen)).toEqual({ good: 2, bad: 1, seen: 3 })
  })
})

describe('A promise', () => {
  it('is named by its case and its answer', () => {
    const id = promiseId('DEMO-2026-000123', 'aabbccdd-0000-4000-8000-000000000000')
    expect(id).toBe('DEMO-2026-000123.aabbccdd')
    expect(caseNumberOf(id)).toBe('DEMO-2026-000123')
  })
})
