import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  histogramOf,
  meanOf,
  percentileInterval,
  percentileOf,
  rankCorrelation,
  riskRatio,
} from '../../src/statistics/index.ts'

describe('A percentile', () => {
  it('is the value at the nearest rank', () => {
    // in order 2 3 3 5 8 9 12: half of seven is the fourth, nine of ten the seventh
    const days = histogramOf([9, 3, 12, 2, 8, 3, 5])
    expect([percentileOf(days, 0.5), percentileOf(days, 0.9)]).toEqual([5, 12])
    expect(meanOf(days)).toBe(6)
  })

  it('lies between the values at ranks around its own, and nowhere when there are few', () => {
    // a hundred values 1 … 100: 50 ± 1.96·√25 = 40.2 … 59.8, so the ranks 40 and 61
    const hundred = histogramOf(Array.from({ length: 100 }, (_, index) => index + 1))
    expect(percentileInterval(hundred, 0.5)).toEqual({ low: 40, high: 61 })
    expect(percentileInterval(histogramOf([1, 2, 3]), 0.5)).toBeNull()
    expect(percentileInterval([], 0.5)).toBeNull()
  })

  it('of nothing is none', () => {
    expect([percentileOf([], 0.5), meanOf([0, 0])]).toEqual([null, null])
  })

  it('is what sorting the values gives', () => {
    const values = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 100 }), (days, percent) => {
        const sorted = [...days].sort((one, other) => one - other)
        const position = Math.ceil((percent / 100) * sorted.length)
        expect(percentileOf(histogramOf(days), percent / 100)).toBe(sorted[position - 1])
      }),
    )
  })
})

describe('Two scores', () => {
  it('go together as a calculation by hand says, with ties in the middle of their ranks', () => {
    // pairs (1,1) (2,3) (2,2) (5,4): ranks 1 2.5 2.5 4 and 1 3 2 4
    // Σ(a−2.5)(b−2.5) = 2.25 + 0 + 0 + 2.25 = 4.5; Σa² = 4.5; Σb² = 5; 4.5 / √22.5 = 0.94868
    const pairs = [
      { one: 1, other: 1, count: 1 },
      { one: 2, other: 3, count: 1 },
      { one: 2, other: 2, count: 1 },
      { one: 5, other: 4, count: 1 },
    ]
    expect(rankCorrelation(pairs)).toBeCloseTo(0.94868, 5)
    expect(rankCorrelation([{ one: 3, other: 1, count: 4 }])).toBeNull()
  })
})

describe('How often something is after and before', () => {
  it('has the interval that a calculation by hand gives', () => {
    // (12/1000) / (30/1000) = 0.4; √(1/12 + 1/30) = 0.341565; e^(ln 0.4 ± 0.669467) = 0.20479 … 0.78130
    const found = riskRatio({ events: 12, base: 1000 }, { events: 30, base: 1000 })!
    expect(found.ratio).toBeCloseTo(0.4, 10)
    expect([found.low, found.high].map((value) => value.toFixed(4))).toEqual(['0.2048', '0.7813'])
  })

  it('is not known where it never was', () => {
    expect(riskRatio({ events: 0, base: 10 }, { events: 3, base: 10 })).toBeNull()
  })
})
