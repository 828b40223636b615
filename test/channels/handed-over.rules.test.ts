import { describe, expect, it } from '@jest/globals'
import { readHandedOver } from '../../src/channels/counter/handed-over.ts'
import { instantAt } from '../../src/platform/dates.ts'

const ZONE = 'America/Mexico_City'
const NOW = new Date('2026-03-02T16:00:30Z')

describe('When something was handed over', () => {
  it.each([
    ['2026-02-27', '09:30', '2026-02-27T15:30:00.000Z'],
    ['2026-03-02', '', NOW.toISOString()],
    ['2026-03-02', '10:00', '2026-03-02T16:00:00.000Z'],
  ])('is the hour on the wall there: %s %s', (handedDate, handedTime, at) => {
    const read = readHandedOver({ handedDate, handedTime }, ZONE, NOW)
    expect(read.at?.toISOString()).toBe(at)
  })

  it.each([
    ['', '', 'handedDate', 'required'],
    ['2026-13-01', '', 'handedDate', 'not_valid'],
    ['2026-03-03', '', 'handedDate', 'in_future'],
    ['2025-02-28', '09:00', 'handedDate', 'too_long_ago'],
    ['2026-02-27', '', 'handedTime', 'required'],
    ['2026-02-27', '9:30', 'handedTime', 'not_valid'],
    ['2026-03-02', '10:01', 'handedTime', 'in_future'],
  ])('“%s” “%s” is refused: %s %s', (handedDate, handedTime, field, code) => {
    const read = readHandedOver({ handedDate, handedTime }, ZONE, NOW)
    expect(read.problems).toEqual([{ field, code }])
  })

  it('is right on both sides of a change of hour', () => {
    expect(instantAt('2026-03-08', '01:30', 'America/New_York').toISOString()).toBe(
      '2026-03-08T06:30:00.000Z',
    )
    expect(instantAt('2026-03-08', '03:30', 'America/New_York').toISOString()).toBe(
      '2026-03-08T07:30:00.000Z',
    )
  })
})
