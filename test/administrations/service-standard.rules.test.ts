import { describe, expect, it } from '@jest/globals'
import { standardsWithin, type ServiceStandard } from '../../src/administrations/index.ts'

const waiting = (more: Partial<ServiceStandard>): ServiceStandard => ({
  standardId: 'a',
  measure: 'waiting_minutes',
  serviceId: 'permits',
  channel: 'counter',
  most: 20,
  ofHundred: 90,
  validFrom: '2025-01-01',
  validUntil: null,
  source: 'Charter',
  ...more,
})
const SECOND_QUARTER = { from: '2026-04-01', until: '2026-06-30' }
const told = (standards: readonly ServiceStandard[]) =>
  standardsWithin(standards, SECOND_QUARTER).map(({ standard, from, until }) => [
    standard.most,
    from,
    until,
  ])

describe('What was promised in a period', () => {
  it('is the promise that held all through it', () => {
    expect(told([waiting({})])).toEqual([[20, '2026-04-01', '2026-06-30']])
  })

  it('is each promise for the days on which it held, where a newer one took its place', () => {
    const newer = waiting({ standardId: 'b', most: 15, validFrom: '2026-05-11' })
    expect(told([waiting({}), newer])).toEqual([
      [20, '2026-04-01', '2026-05-10'],
      [15, '2026-05-11', '2026-06-30'],
    ])
  })

  it('is not what ended before or begins after it', () => {
    const over = waiting({ validUntil: '2026-03-31' })
    const yet = waiting({ serviceId: 'taxes', validFrom: '2026-07-01' })
    expect(told([over, yet])).toEqual([])
  })

  it('is not replaced by a promise about another service, way or term', () => {
    const others = [
      waiting({ serviceId: null, most: 30, validFrom: '2026-05-01' }),
      waiting({ channel: null, most: 31, validFrom: '2026-05-01' }),
      waiting({ measure: 'attention_minutes', most: 32, validFrom: '2026-05-01' }),
    ]
    expect(told([waiting({}), ...others])[0]).toEqual([20, '2026-04-01', '2026-06-30'])
  })
})
