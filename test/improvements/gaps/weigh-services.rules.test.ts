import { describe, expect, it } from '@jest/globals'
import {
  weighServices,
  type ServiceFigures,
} from '../../../src/improvements/gaps/weigh-services.ts'

const share = (value: number, low: number, high: number) => ({ value, n: 50, low, high })

const service = (serviceId: string, told: Partial<ServiceFigures> = {}): ServiceFigures => ({
  serviceId,
  received: 10,
  rate: null,
  inTime: null,
  satisfied: null,
  severity: null,
  ...told,
})

const whole = {
  received: 100,
  rate: 40,
  inTime: share(0.8, 0.7, 0.88),
  satisfied: share(0.7, 0.6, 0.78),
}

const reasonsOf = (told: Partial<ServiceFigures>) =>
  weighServices([service('one', told)], whole)[0]!.reasons

describe('Which service to take first', () => {
  it('stands out by its rate only where that is clearly above that of all', () => {
    expect(reasonsOf({ rate: 50 })).toEqual([])
    expect(reasonsOf({ rate: 50.1 })).toEqual(['rate'])
  })

  it('is late or leaves people unsatisfied where the whole interval lies below the share of all', () => {
    expect(reasonsOf({ inTime: share(0.6, 0.45, 0.79) })).toEqual(['late'])
    expect(reasonsOf({ inTime: share(0.6, 0.45, 0.8) })).toEqual([])
    expect(reasonsOf({ satisfied: share(0.5, 0.36, 0.64) })).toEqual(['unsatisfied'])
  })

  it('is grave from three of four on, if at least five cases were judged', () => {
    expect(reasonsOf({ severity: { mean: 3, n: 5 } })).toEqual(['grave'])
    expect(reasonsOf({ severity: { mean: 4, n: 4 } })).toEqual([])
    expect(reasonsOf({ severity: { mean: 2.9, n: 50 } })).toEqual([])
  })

  it('is none because many wrote: their number alone is no reason', () => {
    expect(reasonsOf({ received: 5000 })).toEqual([])
  })

  it('has no reason where nobody counted', () => {
    const nobody = { received: null, rate: null, inTime: null, satisfied: null }
    const told = { rate: 900, inTime: share(0, 0, 0.1), satisfied: share(0, 0, 0.1) }
    expect(weighServices([service('one', told)], nobody)[0]!.reasons).toEqual([])
  })

  it('is the one with most reasons, then the one of which more was said', () => {
    const services = [
      service('much', { received: 90 }),
      service('little', { received: 5 }),
      service('late', { received: 2, inTime: share(0.1, 0.02, 0.3) }),
    ]
    expect(weighServices(services, whole).map(({ serviceId }) => serviceId)).toEqual([
      'late',
      'much',
      'little',
    ])
  })
})
