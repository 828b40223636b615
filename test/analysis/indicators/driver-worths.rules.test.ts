import { describe, expect, it } from '@jest/globals'
import { driverWorths } from '../../../src/analysis/indicators/driver-worths.ts'

describe('Drivers of satisfaction', () => {
  it('are told by who gave four or five, and weighed only with a hundred answers', () => {
    const pair = (score: number, overall: number, count: number) => ({
      driver: 'treatment',
      score,
      overall,
      count,
    })
    const [few] = driverWorths([pair(5, 5, 6), pair(2, 1, 2)])
    expect(few?.satisfaction).toMatchObject([
      { value: 0.75, n: 8 },
      { value: 4.25, n: 8 },
    ])
    expect(few?.importance).toMatchObject({ value: null, missing: 'no_cases' })
    const [many] = driverWorths([pair(5, 5, 60), pair(2, 1, 60)])
    expect(many?.importance.value).toBeCloseTo(1, 10)
  })
})
