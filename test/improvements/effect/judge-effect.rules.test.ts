import { describe, expect, it } from '@jest/globals'
import { judgeEffect } from '../../../src/improvements/effect/judge-effect.ts'
import { afterPeriod, areWholeMonths } from '../../../src/improvements/effect/indicator.ts'

const told = (events: number, base: number | null, unread = 0) => ({ events, base, unread })

describe('The recurrence of a cause (Q23)', () => {
  it('NC-10: is called improved when the whole interval lies under one', () => {
    // (12/2400)/(40/2000) = 0.005/0.02 = 0.25; √(1/12+1/40) = 0.32914; e^(−1.38629 ± 0.64512)
    const found = judgeEffect('recurrence', told(40, 2000), told(12, 2400))
    expect(found.verdict).toBe('improved')
    expect(found.value).toBeCloseTo(0.25, 6)
    expect(found.low).toBeCloseTo(0.1311, 3)
    expect(found.high).toBeCloseTo(0.4766, 3)
  })

  it('is not shown when fewer were told but chance may have done it', () => {
    // (16/1000)/(20/1000) = 0.8; √(1/16+1/20) = 0.33541; e^(−0.22314 ± 0.65741)
    const found = judgeEffect('recurrence', told(20, 1000), told(16, 1000))
    expect(found.verdict).toBe('not_shown')
    expect(found.value).toBeCloseTo(0.8, 6)
    expect(found.low).toBeCloseTo(0.4145, 3)
    expect(found.high).toBeCloseTo(1.5438, 3)
  })

  it('is called worse when the whole interval lies above one', () => {
    expect(judgeEffect('recurrence', told(10, 1000), told(40, 1000)).verdict).toBe('worse')
  })

  it('counts on attentions: the same cases of half the people are no improvement', () => {
    expect(judgeEffect('recurrence', told(40, 2000), told(20, 1000))).toMatchObject({
      verdict: 'not_shown',
      value: 1,
    })
  })

  it.each([
    ['four cases before', told(4, 1000), told(5, 1000), 'few_before'],
    ['four cases before and none after', told(4, 1000), told(0, 9000), 'few_before'],
    ['cases after that nobody read for causes', told(40, 1000), told(10, 1000, 0.4), 'unread'],
    ['attentions that nobody counted before', told(40, null), told(10, 1000), 'no_base'],
    ['nobody attended after', told(40, 1000), told(10, 0), 'no_base'],
  ])('says of %s that there are too few, and never that it improved', (_, before, after, why) => {
    expect(judgeEffect('recurrence', before, after)).toEqual({
      verdict: 'too_few',
      value: null,
      low: null,
      high: null,
      why,
    })
  })
})

describe('A problem of which hardly anybody speaks any more', () => {
  it('NC-10: is called improved with no case after only where the exact bound lies under one', () => {
    // 0 of 6: at most 0.025^(−1/6) − 1 = 0.8493; of 5: 1.0913
    const six = judgeEffect('recurrence', told(6, 1000), told(0, 1000))
    expect(six).toMatchObject({ verdict: 'improved', value: 0, low: 0, why: null })
    expect(six.high).toBeCloseTo(0.8493, 3)
    const five = judgeEffect('recurrence', told(5, 1000), told(0, 1000))
    expect(five).toMatchObject({ verdict: 'too_few', value: null, low: 0, why: 'none_after' })
    expect(five.high).toBeCloseTo(1.0913, 3)
  })

  it('is not better because fewer people came', () => {
    const found = judgeEffect('recurrence', told(20, 4000), told(0, 400))
    expect(found.verdict).toBe('too_few')
    expect(found.high).toBeGreaterThan(1)
  })

  it('is worse when four of a hundred are more than what was before of many', () => {
    expect(judgeEffect('recurrence', told(5, 20_000), told(4, 100)).verdict).toBe('worse')
  })

  it('says of four after how far it may have moved', () => {
    expect(judgeEffect('recurrence', told(40, 1000), told(4, 1000)).verdict).toBe('improved')
    expect(judgeEffect('recurrence', told(8, 1000), told(4, 1000))).toMatchObject({
      verdict: 'too_few',
      why: 'few_after',
      low: expect.any(Number),
      high: expect.any(Number),
    })
  })
})

describe('A share before and after', () => {
  it('is called improved when its whole interval rose', () => {
    // 50/100 → 70/100: Wilson 0.4038–0.5962 and 0.6042–0.7811
    // low 0.2 − √(0.0958² + 0.0962²) = 0.0642, high 0.2 + √(0.0811² + 0.0962²) = 0.3258
    const found = judgeEffect('satisfaction', told(50, 100), told(70, 100))
    expect(found.verdict).toBe('improved')
    expect(found.value).toBeCloseTo(0.2, 6)
    expect(found.low).toBeCloseTo(0.0642, 3)
    expect(found.high).toBeCloseTo(0.3258, 3)
  })

  it('is not shown with the same shares and worse when they fell', () => {
    expect(judgeEffect('in_time', told(50, 100), told(55, 100)).verdict).toBe('not_shown')
    expect(judgeEffect('in_time', told(70, 100), told(50, 100)).verdict).toBe('worse')
  })

  it('needs thirty answers before and after', () => {
    expect(judgeEffect('satisfaction', told(5, 29), told(29, 40)).why).toBe('few_answers')
    expect(judgeEffect('satisfaction', told(5, 30), told(28, 30)).verdict).toBe('improved')
    expect(judgeEffect('satisfaction', told(0, 0), told(28, 30)).why).toBe('no_base')
  })
})

describe('The time afterwards', () => {
  it('begins on the day after the project was finished and is as long as was said', () => {
    expect(afterPeriod({ afterDays: 30, measure: 'recurrence' }, '2026-02-27')).toEqual({
      from: '2026-02-28',
      until: '2026-03-29',
    })
  })

  it('is made of whole months where figures are counted by months', () => {
    expect(afterPeriod({ afterDays: 90, measure: 'in_time' }, '2026-11-27')).toEqual({
      from: '2026-12-01',
      until: '2027-02-28',
    })
    expect(areWholeMonths({ from: '2026-12-01', until: '2027-02-28' })).toBe(true)
    expect(areWholeMonths({ from: '2026-12-01', until: '2027-02-27' })).toBe(false)
  })
})
