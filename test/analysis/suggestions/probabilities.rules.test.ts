import { describe, expect, it } from '@jest/globals'
import { fitTemperature, toProbabilities } from '../../../src/analysis/suggestions/probabilities.ts'
import { measure } from '../../../src/analysis/suggestions/measure.ts'

describe('Being as sure as one is right', () => {
  it('turns scores into shares, also large ones', () => {
    const scores = Float32Array.from([1000, 1000, 0])
    toProbabilities(scores)
    expect([...scores]).toEqual([0.5, 0.5, 0])
  })

  it('becomes less sure when it was sure and wrong', () => {
    const scores = Float32Array.from([4, 0])
    const often = Array.from({ length: 10 }, (_, at) => ({ scores, label: at < 6 ? 0 : 1 }))
    // right in six of ten: share 0.6 means a difference of ln(0.6 / 0.4)
    expect(fitTemperature(often)).toBeCloseTo(4 / Math.log(1.5), 0)
    expect(fitTemperature(often.map((one) => ({ ...one, label: 0 })))).toBeLessThan(1)
  })
})

describe('Measuring suggestions', () => {
  const answers = Array.from({ length: 40 }, (_, at) => ({
    label: 'a',
    codes: at < 20 ? ['a', 'b'] : ['b', 'a'],
    probability: at < 20 ? 0.9 : 0.15,
  }))

  it('counts the first, the first three and the most frequent', () => {
    const found = measure(answers, 'b')
    expect(found).toMatchObject({ heldOut: 40, first: 0.5, amongThree: 1, mostFrequent: 0 })
  })

  it('sets its threshold where it begins to be right', () => {
    expect(measure(answers, 'b').threshold).toBe(0.2)
  })
})
