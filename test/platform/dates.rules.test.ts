import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { instantAt, isPlainDate, localDate, localTime } from '../../src/platform/dates.ts'

describe('A day that somebody wrote', () => {
  it.each(['2026-02-28', '2024-02-29', '1900-12-31', '9999-12-31'])('is taken: %s', (text) => {
    expect(isPlainDate(text)).toBe(true)
  })

  it.each(['2026-02-29', '2026-02-31', '2026-13-01', '0000-01-01', '10000-01-01', '2026-1-1', ''])(
    'is refused when the calendar has no such day: "%s"',
    (text) => {
      expect(isPlainDate(text)).toBe(false)
    },
  )
})

const ZONES = [
  'America/Lima',
  'America/Santiago',
  'Europe/Madrid',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
/** Zones that changed their hour, and days that they left out, are among these. */
const instants = fc.date({
  min: new Date('1985-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
})

describe('The clocks of a time zone', () => {
  it('show the day and the minute that the world agrees on', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, timeZone) => {
        const style = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const
        const shown = new Intl.DateTimeFormat('sv-SE', style).format(instant)
        expect(`${localDate(instant, timeZone)} ${localTime(instant, timeZone)}`).toBe(shown)
      }),
      { numRuns: 2000 },
    )
  })

  it('show at an instant the hour that it was asked for, on either side of a change', () => {
    const at = (day: string, time: string) => instantAt(day, time, 'Europe/Madrid').toISOString()
    expect(at('2026-03-28', '12:00')).toBe('2026-03-28T11:00:00.000Z')
    expect(at('2026-03-29', '12:00')).toBe('2026-03-29T10:00:00.000Z')
    expect(at('2026-10-25', '00:30')).toBe('2026-10-24T22:30:00.000Z')
  })
})
