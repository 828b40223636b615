import { describe, expect, it } from '@jest/globals'
import { dueBefore, erasedOn, erasedSooner, foresee } from '../../src/retention/foresee.ts'
import { listTerms, termOf } from '../../src/retention/term.ts'
import { buildRegime } from '../regimes/build-regime.ts'

const TODAY = '2026-03-02'

describe('The day on which something goes', () => {
  it.each([
    ['2023-03-02', 36, '2026-03-02'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
  ])('is, for what ended on %s and is kept %i months, %s', (ended, months, on) => {
    expect(erasedOn(ended, months)).toBe(on)
  })

  it.each([
    ['2026-03-02', 36],
    ['2026-02-28', 6],
    ['2026-03-31', 1],
    ['2028-02-29', 12],
    ['2026-05-01', 2],
  ])('leaves nothing behind on %s and takes nothing too soon', (today, months) => {
    const before = dueBefore(today, months)
    const dayBefore = new Date(Date.parse(before) - 86_400_000).toISOString().slice(0, 10)
    expect(erasedOn(dayBefore, months) <= today).toBe(true)
    expect(erasedOn(before, months) > today).toBe(true)
  })
})

describe('What a term erases', () => {
  const ended = [
    { day: '2023-01-10', count: 4 },
    { day: '2023-03-02', count: 1 },
    { day: '2023-03-20', count: 2 },
    { day: '2024-02-10', count: 5 },
    { day: '2024-03-10', count: 9 },
  ]

  it('is told for tonight and for each month of a year', () => {
    const { now, months } = foresee(ended, 36, TODAY)
    expect(now).toBe(5)
    expect(months).toHaveLength(12)
    expect(months.filter(({ count }) => count > 0)).toEqual([
      { month: '2026-03', count: 2 },
      { month: '2027-02', count: 5 },
    ])
  })

  it('by tomorrow is only what the term before would have kept', () => {
    expect(erasedSooner(ended, { before: 60, after: 36 }, TODAY)).toBe(5)
    expect(erasedSooner(ended, { before: null, after: 24 }, TODAY)).toBe(12)
    expect(erasedSooner(ended, { before: 36, after: 60 }, TODAY)).toBe(0)
    expect(erasedSooner(ended, { before: 36, after: null }, TODAY)).toBe(0)
  })
})

describe('A term', () => {
  const rule = { holding: 'cases', months: 36, atLeast: 24, atMost: 60, source: 'A law' } as const
  const regime = buildRegime({
    retention: [rule, { ...rule, kinds: ['need'], months: 48 }],
  })
  const key = { holding: 'cases', kind: 'complaint' } as const

  it('is the one of the regime, that of the kind first', () => {
    expect(termOf(key, [], regime, TODAY)).toMatchObject({ months: 36, own: false })
    expect(termOf({ ...key, kind: 'need' }, [], regime, TODAY)).toMatchObject({ months: 48 })
  })

  it('is the one of the administration within what the regime allows', () => {
    const own = (months: number) => termOf(key, [{ ...key, months }], regime, TODAY).months
    expect([own(30), own(6), own(100)]).toEqual([30, 24, 60])
  })

  it('is nobody’s where no rule names it: then nothing goes by itself', () => {
    const letters = { holding: 'letters', kind: '' } as const
    expect(termOf(letters, [], regime, TODAY)).toMatchObject({ months: null, own: false })
  })

  it('stands apart for every kind of case', () => {
    const holding = { code: 'cases', byKind: true, count: async () => [], erase: async () => 0 }
    const terms = listTerms([holding as never], [], regime, TODAY)
    expect(terms.map(({ kind }) => kind)).toEqual(regime.kinds.map(({ code }) => code))
  })
})
