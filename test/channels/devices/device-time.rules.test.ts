import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { handedOverAt, type SeenClock } from '../../../src/channels/devices/device-time.ts'

const at = (time: string) => new Date(`2026-03-${time}:00Z`)
const right = (time: string): SeenClock => ({ at: at(time), clock: at(time) })
const YEAR = 365 * 86_400_000
const shifted = (time: string, ms: number): SeenClock => ({
  at: at(time),
  clock: new Date(at(time).getTime() + ms),
})

describe('When a person handed something over on a tablet', () => {
  it('is what the tablet says, while its clock is right', () => {
    const evidence = { after: right('02T08:00'), before: null, arrival: right('02T18:00') }
    expect(handedOverAt(at('02T11:30'), evidence)).toEqual(at('02T11:30'))
  })

  it.each([
    ['a year behind', -YEAR],
    ['a year ahead', YEAR],
    ['in another zone', 5 * 3_600_000],
  ])('is mended when the clock is %s', (_, wrong) => {
    const evidence = {
      after: shifted('02T08:00', wrong),
      before: null,
      arrival: shifted('04T18:00', wrong),
    }
    const madeAt = new Date(at('03T11:30').getTime() + wrong)
    expect(handedOverAt(madeAt, evidence)).toEqual(at('03T11:30'))
  })

  it('is mended by the contact on the same side of the hour at which the clock was set back', () => {
    const day = -86_400_000
    const evidence = {
      after: right('02T08:00'),
      before: null,
      arrival: shifted('06T18:00', day),
    }
    // made an hour before the network came back, when the clock was wrong already
    const late = new Date(at('06T17:00').getTime() + day)
    expect(handedOverAt(late, evidence)).toEqual(at('06T17:00'))
    // made an hour after the last contact, when it was still right
    expect(handedOverAt(at('02T09:00'), evidence)).toEqual(at('02T09:00'))
  })

  it('is never before the last contact that did not know it, whatever the tablet says', () => {
    const evidence = { after: right('05T09:00'), before: null, arrival: right('05T10:00') }
    expect(handedOverAt(at('01T09:00'), evidence)).toEqual(at('05T09:00'))
  })

  it('is never after the first contact that knew it, also when it is sent days later', () => {
    const evidence = {
      after: right('02T09:00'),
      before: right('02T12:00'),
      arrival: right('06T10:00'),
    }
    expect(handedOverAt(at('04T09:00'), evidence)).toEqual(at('02T12:00'))
  })

  it('is mended by its own sending when there was no contact at all', () => {
    const arrival = shifted('02T12:00', -YEAR)
    const madeAt = new Date(at('01T12:00').getTime() - YEAR)
    expect(handedOverAt(madeAt, { after: null, before: null, arrival })).toEqual(at('01T12:00'))
  })
})

const instant = fc.date({
  min: new Date('1970-01-01'),
  max: new Date('2999-12-31'),
  noInvalidDate: true,
})
const seen = fc.record({ at: instant, clock: instant })
const evidence = fc.record({
  after: fc.option(seen),
  before: fc.option(seen),
  arrival: seen,
})

describe('Whatever clocks and contacts say, the time', () => {
  it('is never after now', () => {
    fc.assert(
      fc.property(instant, evidence, (madeAt, told) => {
        expect(handedOverAt(madeAt, told).getTime()).toBeLessThanOrEqual(told.arrival.at.getTime())
      }),
    )
  })

  it('is never before the last contact that knew a smaller sequence', () => {
    fc.assert(
      fc.property(instant, evidence, seen, (madeAt, told, after) => {
        fc.pre(after.at <= told.arrival.at)
        const time = handedOverAt(madeAt, { ...told, after })
        expect(time.getTime()).toBeGreaterThanOrEqual(after.at.getTime())
      }),
    )
  })

  it('is what a tablet with a steady clock says, however wrong that clock is', () => {
    const minutes = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(
        fc.tuple(minutes, minutes, minutes),
        fc.integer({ min: -YEAR, max: YEAR }),
        (times, wrong) => {
          const [first, made, last] = [...times].sort((a, b) => a - b) as [number, number, number]
          const clockAt = (minute: number) => ({
            at: new Date(minute * 60_000 + YEAR * 40),
            clock: new Date(minute * 60_000 + YEAR * 40 + wrong),
          })
          const told = { after: clockAt(first), before: null, arrival: clockAt(last) }
          expect(handedOverAt(clockAt(made).clock, told)).toEqual(clockAt(made).at)
        },
      ),
    )
  })
})
