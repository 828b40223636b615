import { describe, expect, it } from '@jest/globals'
import type { ServiceStandard } from '../../../src/administrations/index.ts'
import {
  attainmentsOf,
  standardQuestions,
  type StandardsAsked,
} from '../../../src/analysis/standards/index.ts'
import type { MinutesCount } from '../../../src/attentions/index.ts'

const promise = (more: Partial<ServiceStandard>): ServiceStandard => ({
  standardId: 'p',
  measure: 'waiting_minutes',
  serviceId: 'taxes',
  channel: 'counter',
  most: 20,
  ofHundred: 90,
  validFrom: '2025-01-01',
  validUntil: null,
  source: 'Charter',
  ...more,
})

const waited = (minutes: number, people: number, more: Partial<MinutesCount> = {}) =>
  ({ of: 'waited', serviceId: 'taxes', channel: 'counter', minutes, people, ...more }) as const

const told = (standards: readonly ServiceStandard[], counts: readonly MinutesCount[], least = 5) =>
  attainmentsOf(standards, counts, least).map(({ value, n, missing, verdict }) => [
    missing ?? value,
    n,
    verdict,
  ])

describe('A promise about minutes', () => {
  it('is kept to those who waited as long as was said, or less', () => {
    const counts = [waited(5, 50), waited(20, 40), waited(21, 10)]
    const [kept] = attainmentsOf([promise({})], counts, 5)
    // Wilson for 90 of 100: (0.9 + 1.92/100) / (1 + 3.84/100) ± 1.96·√(0.09/100 + 3.84/40000) / (1 + 3.84/100)
    expect(kept?.value).toBe(0.9)
    expect(kept?.interval?.low).toBeCloseTo(0.8256, 3)
    expect(kept?.interval?.high).toBeCloseTo(0.9448, 3)
    expect(kept?.verdict).toBe('unsure')
  })

  it('is broken when chance does not explain it, and kept when it holds even so', () => {
    const counts = [waited(5, 50), waited(45, 50)]
    expect(told([promise({})], counts)).toEqual([[0.5, 100, 'broken']])
    expect(told([promise({ ofHundred: 30 })], counts)).toEqual([[0.5, 100, 'kept']])
  })

  it('made to everybody is broken by one', () => {
    expect(told([promise({ ofHundred: 100 })], [waited(5, 99), waited(21, 1)])).toEqual([
      [0.99, 100, 'broken'],
    ])
  })

  it('is not told of few, nor where the wider promise would give the few away', () => {
    const wider = promise({ serviceId: null })
    const few = waited(5, 3)
    const others = waited(5, 50, { serviceId: 'permits' })
    expect(told([promise({})], [few])).toEqual([['hidden', 0, null]])
    const permits = promise({ serviceId: 'permits' })
    expect(told([promise({}), permits, wider], [few, others])).toEqual([
      ['hidden', 0, null],
      [1, 50, 'kept'],
      ['hidden', 0, null],
    ])
    // without the narrower one nothing can be taken away
    expect(told([wider], [few, others])).toEqual([[1, 53, 'kept']])
  })

  it('that nobody measured says so', () => {
    const attention = promise({ measure: 'attention_minutes' })
    expect(told([attention], [waited(5, 50)])).toEqual([['not_measured', 0, null]])
  })
})

describe('A promise about answers', () => {
  const answers = promise({ measure: 'answer_days', channel: null, most: 10 })
  const asked = (more: Partial<StandardsAsked>): StandardsAsked => ({
    book: {
      administration: { administrationId: 'here' } as StandardsAsked['book']['administration'],
      standards: [answers],
    },
    period: { from: '2026-01-01', until: '2026-06-30' },
    centreId: null,
    kind: 'complaint',
    audience: 'inside',
    asOf: '2026-06-20',
    ...more,
  })
  const period = (more: Partial<StandardsAsked>) =>
    standardQuestions(asked(more)).map(({ question }) => question?.period ?? null)

  it('is looked at in the months whose last case has had the time', () => {
    // ten working days, taken as eighteen calendar days, after the end of May come to 18 June
    expect(period({})).toEqual([{ from: '2026-01-01', until: '2026-05-31' }])
    expect(period({ asOf: '2026-06-10' })).toEqual([{ from: '2026-01-01', until: '2026-04-30' }])
  })

  it('has nothing to tell before the first month has had the time', () => {
    expect(period({ period: { from: '2026-06-01', until: '2026-06-30' } })).toEqual([null])
  })

  it('is asked of its service alone', () => {
    const [{ question } = { question: null }] = standardQuestions(asked({}))
    expect(question).toMatchObject({
      breakdown: 'service',
      answerWithin: [10],
      kinds: ['complaint'],
    })
  })
})
