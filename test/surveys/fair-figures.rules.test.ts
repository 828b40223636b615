import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { campaignState, lastDayOf, wantedResponses } from '../../src/surveys/campaign.ts'
import {
  proportionOf,
  ratePerThousand,
  responseRate,
  shownCells,
} from '../../src/statistics/index.ts'
import { ratesOf } from '../../src/surveys/rates.ts'
import { cellsOf, resolvedShares } from '../../src/surveys/results.ts'

describe('A share', () => {
  it('has the interval that a calculation by hand gives', () => {
    // 15 of 20: p = 0.75, z = 1.96, z² = 3.8416
    // centre (0.75 + 3.8416/40) / (1 + 3.8416/20) = 0.84604 / 1.19208 = 0.70972
    // half   1.96 · √(0.75·0.25/20 + 3.8416/1600) / 1.19208 = 1.96 · √0.011776 / 1.19208 = 0.17842
    const { share, low, high, n } = proportionOf(15, 20)!
    expect([n, share]).toEqual([20, 0.75])
    expect(low).toBeCloseTo(0.5313, 4)
    expect(high).toBeCloseTo(0.8881, 4)
  })

  it('of nobody is none', () => {
    expect(proportionOf(0, 0)).toBeNull()
  })

  it('always lies within its interval, and the interval within nought and one', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(counts, ([hits, n]) => {
        const { share, low, high } = proportionOf(hits, n)!
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(share - low).toBeGreaterThanOrEqual(-1e-12)
        expect(high - share).toBeGreaterThanOrEqual(-1e-12)
      }),
    )
  })
})

describe('A rate', () => {
  it('is counted on a thousand people attended', () => {
    expect(ratePerThousand(8, 160)).toBe(50)
  })

  it.each([null, 0])('without a denominator (%s) is not known, never zero', (attended) => {
    expect(ratePerThousand(3, attended)).toBeNull()
    expect(responseRate(3, attended)).toBeNull()
  })

  it('is taken of the same services and offices, and hides the few', () => {
    const received = [
      { kind: 'complaint', centreId: 'c1', serviceId: 's1', received: 6 },
      { kind: 'complaint', centreId: 'c1', serviceId: 's2', received: 3 },
      { kind: 'complaint', centreId: 'c2', serviceId: 's1', received: 2 },
      { kind: 'complaint', centreId: 'c2', serviceId: null, received: 9 },
    ]
    const counted = (centreId: string, serviceId: string, attended: number) => ({
      centreId,
      serviceId,
      channel: 'counter' as const,
      source: 'tap' as const,
      attended,
    })
    const rates = ratesOf(received, [counted('c1', 's1', 100), counted('c2', 's1', 60)])
    // 20 cases on 160 people; c1 9/100, c2 11/60; s1 8/160 goes because s2, with 3, must not be guessed
    expect(rates.all).toEqual({ key: 'all', attended: 160, received: 20, perThousand: 125 })
    expect(rates.byCentre.map(({ perThousand }) => perThousand)).toEqual([90, 11000 / 60])
    expect(rates.byService).toEqual([
      { key: '', attended: null, received: 9, perThousand: null },
      { key: 's1', attended: 160, received: null, perThousand: null },
      { key: 's2', attended: null, received: null, perThousand: null },
    ])
  })
})

describe('Cells of a breakdown', () => {
  it.each([
    [
      [12, 7, 9],
      [true, true, true],
    ],
    [
      [12, 4, 3],
      [true, false, false],
    ],
    [
      [12, 4, 9],
      [true, false, false],
    ],
    [
      [12, 0, 9],
      [true, true, true],
    ],
    [[3], [false]],
    [[], []],
  ])('%j are shown as %j', (counts, shown) => {
    expect(shownCells(counts)).toEqual(shown)
  })

  it('that are hidden say nothing', () => {
    const cells = cellsOf([{ key: 'a', n: 4, satisfied: 4, sum: 20 }])
    expect(cells).toEqual([{ key: 'a', hidden: true, satisfied: null, mean: null }])
  })

  it('of what was resolved are hidden together', () => {
    expect(
      resolvedShares(
        new Map([
          ['yes', 3],
          ['no', 1],
        ]),
      ),
    ).toBeNull()
    const shares = resolvedShares(
      new Map([
        ['yes', 3],
        ['no', 3],
      ]),
    )
    expect(shares?.map(({ resolved, share }) => [resolved, share?.share])).toEqual([
      ['yes', 0.5],
      ['partly', 0],
      ['no', 0.5],
    ])
  })
})

describe('A campaign', () => {
  const span = { startsOn: '2026-03-10', endsOn: '2026-03-20', endedOn: null }

  it.each([
    ['2026-03-09', 'planned'],
    ['2026-03-10', 'running'],
    ['2026-03-20', 'running'],
    ['2026-03-21', 'ended'],
  ] as const)('is on %s %s', (today, state) => {
    expect(campaignState(span, today)).toBe(state)
  })

  it('that was ended by hand is over that day', () => {
    expect(campaignState({ ...span, endedOn: '2026-03-12' }, '2026-03-12')).toBe('ended')
    expect(lastDayOf({ ...span, endedOn: '2026-03-12' })).toBe('2026-03-12')
    expect(lastDayOf(span)).toBe('2026-03-20')
  })

  it('wants so many answers, or so many of each hundred', () => {
    expect(wantedResponses({ goalKind: 'responses', goalValue: 80 }, null)).toBe(80)
    expect(wantedResponses({ goalKind: 'rate', goalValue: 15 }, 161)).toBe(25)
    expect(wantedResponses({ goalKind: 'rate', goalValue: 15 }, null)).toBeNull()
  })
})
