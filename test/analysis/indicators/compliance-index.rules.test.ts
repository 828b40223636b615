import { describe, expect, it } from '@jest/globals'
import { complianceIndex } from '../../../src/analysis/index.ts'
import { driverWorths } from '../../../src/analysis/indicators/driver-worths.ts'

describe('The compliance index', () => {
  it('is what a calculation by hand gives, the missing left out and shown', () => {
    // 15 of 20 twice over: lower end of 30 of 40 is 0.5981; backlog 0.8; weights 0.3 and 0.1 of 0.4
    const found = complianceIndex({
      answer_in_time: { hits: 30, n: 40 },
      backlog_health: { hits: 8, n: 10 },
    })
    expect(found.index).toBeCloseTo(100 * (0.75 * 0.5981 + 0.25 * 0.8), 1)
    expect(found.components).toContainEqual({
      component: 'answer_quality',
      score: null,
      n: 0,
      weight: 0,
    })
  })

  it('does not rank on fewer than thirty cases due', () => {
    const found = complianceIndex({ answer_in_time: { hits: 29, n: 29 } })
    expect(found).toMatchObject({ index: null, ranked: false })
    expect(found.components[0]?.score).toBeGreaterThan(0.8)
  })
})

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
