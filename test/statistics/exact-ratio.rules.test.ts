import { describe, expect, it } from '@jest/globals'
import { exactRatio } from '../../src/statistics/index.ts'

const of = (events: number, base: number) => ({ events, base })

describe('The exact ratio of what hardly happens', () => {
  it('bounds none afterwards by the power of what happened before', () => {
    // 0 of 6 fell afterwards: share at most 1 − 0.025^(1/6) = 0.4593; 0.4593/0.5407 = 0.8493
    expect(exactRatio(of(0, 1000), of(6, 1000))).toEqual({
      ratio: 0,
      low: 0,
      high: expect.closeTo(0.8493, 3),
    })
    // 0 of 5: 1 − 0.025^(1/5) = 0.5218; 0.5218/0.4782 = 1.0913
    expect(exactRatio(of(0, 1000), of(5, 1000))?.high).toBeCloseTo(1.0913, 3)
  })

  it('is the interval of Clopper and Pearson turned into a ratio of rates', () => {
    // 2 of 10: 0.0252 to 0.5561 (their table); 0.0252/0.9748 = 0.0259, 0.5561/0.4439 = 1.2527
    const exact = exactRatio(of(2, 1000), of(8, 1000))
    expect(exact?.ratio).toBeCloseTo(0.25, 6)
    expect(exact?.low).toBeCloseTo(0.0259, 3)
    expect(exact?.high).toBeCloseTo(1.2526, 2)
  })

  it('counts on what each rests: twice the people afterwards halve it', () => {
    expect(exactRatio(of(0, 2000), of(5, 1000))?.high).toBeCloseTo(1.0913 / 2, 3)
  })

  it('holds with thousands before', () => {
    const exact = exactRatio(of(1, 100_000), of(30_000, 100_000))
    // one is Poisson of at most 5.572 (tables): 5.572/30,000
    expect(exact?.high).toBeCloseTo(5.572 / 30_000, 5)
  })

  it('is none where nothing happened before or nobody was counted', () => {
    expect(exactRatio(of(3, 1000), of(0, 1000))).toBeNull()
    expect(exactRatio(of(0, 0), of(6, 1000))).toBeNull()
  })
})
