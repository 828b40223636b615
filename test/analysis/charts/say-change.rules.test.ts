import { describe, expect, it } from '@jest/globals'
import {
  areDistinct,
  compare,
  sayChange,
  SUBJECTS,
  type Comparable,
  type Verdict,
} from '../../../src/analysis/charts/index.ts'
import { translator } from '../../../src/platform/i18n/index.ts'

const share = (value: number, low: number, high: number): Comparable => ({
  value,
  n: 100,
  interval: { low, high },
})
const none: Comparable = { value: null, n: 0, interval: null }
const counted = (value: number): Comparable => ({ value, n: value, interval: null })

describe('Two periods', () => {
  it('differ only when their intervals do not touch', () => {
    const before = share(0.5, 0.4, 0.6)
    const higher = { direction: 'higher' } as const
    expect(compare(share(0.8, 0.7, 0.9), before, higher)).toBe('better')
    expect(compare(share(0.2, 0.1, 0.3), before, higher)).toBe('worse')
    expect(compare(share(0.65, 0.55, 0.75), before, higher)).toBe('cannot_say')
    expect(compare(share(0.7, 0.6, 0.8), before, higher)).toBe('cannot_say')
  })

  it('are judged by what is good: fewer days are better, more cases are neither', () => {
    const times = (value: number) => share(value, value - 1, value + 1)
    expect(compare(times(8), times(15), { direction: 'lower' })).toBe('better')
    expect(compare(times(15), times(8), { direction: 'lower' })).toBe('worse')
    expect(compare(counted(200), counted(100), { direction: 'none', counts: true })).toBe('more')
    expect(compare(counted(100), counted(200), { direction: 'none', counts: true })).toBe('less')
  })

  it('of few cases say nothing: 2·(√13 − √9) = 1.21, 2·(√20 − √9) = 2.94', () => {
    const volume = { direction: 'none', counts: true } as const
    expect(compare(counted(13), counted(9), volume)).toBe('cannot_say')
    expect(compare(counted(20), counted(9), volume)).toBe('more')
    expect(compare(counted(1), counted(0), volume)).toBe('more')
  })

  it('cannot be compared when one of them has nothing, or no interval', () => {
    const now = share(0.5, 0.4, 0.6)
    expect(compare(none, now, { direction: 'higher' })).toBe('nothing_now')
    expect(compare(now, none, { direction: 'higher' })).toBe('nothing_before')
    expect(compare(counted(3), counted(30), { direction: 'lower' })).toBe('cannot_say')
  })

  it('are put in an order only when they can be told apart', () => {
    expect(areDistinct(share(0.5, 0.4, 0.6), share(0.55, 0.45, 0.65))).toBe(false)
    expect(areDistinct(share(0.2, 0.1, 0.3), share(0.55, 0.45, 0.65))).toBe(true)
  })
})

describe('A title', () => {
  const es = translator('es')
  const en = translator('en')

  it('is a sentence, with the place where it is so', () => {
    const times = { subject: 'times', place: 'Ventanilla 2' } as const
    expect(sayChange(es, { ...times, verdict: 'better' })).toBe(
      'Los plazos mejoraron en Ventanilla 2',
    )
    expect(sayChange(es, { ...times, verdict: 'cannot_say' })).toBe(
      'No se puede decir que los plazos cambiaron en Ventanilla 2',
    )
    expect(sayChange(es, { subject: 'satisfaction', verdict: 'worse' })).toBe(
      'La satisfacción empeoró',
    )
    expect(sayChange(en, { ...times, verdict: 'better' })).toBe(
      'Answer times got better at Ventanilla 2',
    )
  })

  it('exists for every subject and verdict in both languages', () => {
    const verdicts: Verdict[] = ['better', 'worse', 'more', 'less', 'cannot_say', 'nothing_now']
    for (const t of [es, en]) {
      const titles = Object.keys(SUBJECTS).flatMap((subject) =>
        verdicts.map((verdict) =>
          sayChange(t, { subject: subject as keyof typeof SUBJECTS, verdict }),
        ),
      )
      expect(titles.filter((title) => /[{}]|charts\./.test(title))).toEqual([])
      expect(new Set(titles).size).toBe(titles.length)
    }
  })
})
