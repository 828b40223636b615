import { describe, expect, it } from '@jest/globals'
import {
  figuresOf,
  isTold,
  type KnownCodes,
} from '../../../src/corruption-reports/figures/period-figures.ts'
import type { Skeleton } from '../../../src/corruption-reports/skeleton-store.ts'

const KNOWN: KnownCodes = {
  anonymity: ['anonymous', 'named'],
  category: ['bribery', 'nepotism'],
  channel: ['web', 'letter'],
  outcome: ['confirmed', 'no_grounds'],
}

const skeletons = (count: number, other: Partial<Skeleton> = {}): Skeleton[] =>
  Array.from({ length: count }, (_, at) => ({
    skeletonId: `${at}`,
    period: '2026-S1',
    channel: 'web',
    category: 'bribery',
    anonymous: true,
    outcome: 'confirmed',
    daysTo: { conclude: at },
    ...other,
  }))
const figures = (all: Skeleton[]) => figuresOf('2026-S1', all, KNOWN)

describe('The figures of a half-year', () => {
  it('of less than ten reports say that they are less than ten, and no more', () => {
    expect(figures(skeletons(9))).toEqual({
      period: '2026-S1',
      total: null,
      tables: null,
      medianDays: null,
    })
  })

  it('count reports by what is known of them, with what nobody chose', () => {
    const { total, tables } = figures(skeletons(12))
    expect(total).toBe(12)
    expect(tables?.category).toEqual([
      { code: 'bribery', count: 12 },
      { code: 'nepotism', count: 0 },
    ])
    expect(tables?.anonymity[0]).toEqual({ code: 'anonymous', count: 12 })
  })

  it('hide a group of nine, and the other one that would tell it', () => {
    const { total, tables } = figures([
      ...skeletons(20),
      ...skeletons(9, { category: 'nepotism', anonymous: false }),
    ])
    expect(total).toBe(29)
    expect(tables?.category.map(({ count }) => count)).toEqual([null, null])
    expect(tables?.anonymity.map(({ count }) => count)).toEqual([null, null])
    expect(tables?.channel.map(({ count }) => count)).toEqual([29, 0])
  })

  it('hide more when what is hidden would be less than ten together', () => {
    const { tables } = figures([
      ...skeletons(50),
      ...skeletons(20, { category: 'nepotism' }),
      ...skeletons(3, { category: 'theft' }),
      ...skeletons(4, { category: 'fraud' }),
    ])
    expect(tables?.category.map(({ count }) => count)).toEqual([50, null, null, null])
  })

  it('keep what the rules name no longer', () => {
    const { tables } = figures(skeletons(10, { outcome: 'abolished' }))
    expect(tables?.outcome.at(-1)).toEqual({ code: 'abolished', count: 10 })
  })

  it('give the days to a step only when ten reports took it', () => {
    const taken = [...skeletons(10), ...skeletons(9, { daysTo: { conclude: 4, refer: 2 } })]
    expect(figures(taken).medianDays).toMatchObject({ conclude: 4, refer: null })
    expect(figures(skeletons(10)).medianDays).toMatchObject({ conclude: 5 })
  })
})

describe('A half-year is told', () => {
  it.each([
    ['2026-06-30', false],
    ['2026-12-31', false],
    ['2027-01-01', true],
    ['2031-05-05', true],
  ])('of 2026-S1 on %s: %s', (today, told) => {
    expect(isTold('2026-S1', today)).toBe(told)
  })

  it('of the second half also only after the next half', () => {
    expect(isTold('2026-S2', '2027-06-30')).toBe(false)
    expect(isTold('2026-S2', '2027-07-01')).toBe(true)
  })
})
