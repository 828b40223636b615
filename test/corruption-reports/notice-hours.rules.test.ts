import { describe, expect, it } from '@jest/globals'
import { nextNoticeTime, noticeTimesOn } from '../../src/corruption-reports/notice-hours.ts'

const lima = { timeZone: 'America/Lima' }
const next = (instant: string, hours = lima as Parameters<typeof nextNoticeTime>[1]) =>
  nextNoticeTime(new Date(instant), hours).toISOString()

describe('Notices about sealed reports', () => {
  it.each([
    ['in the night', '2026-03-02T08:00:00Z', '2026-03-02T14:00:00.000Z'],
    ['in the morning', '2026-03-02T15:20:00Z', '2026-03-02T21:00:00.000Z'],
    ['in the evening', '2026-03-03T01:00:00Z', '2026-03-03T14:00:00.000Z'],
    ['at the hour itself, which says too much', '2026-03-02T14:00:00Z', '2026-03-02T21:00:00.000Z'],
  ])('leave at nine and at four: what happens %s', (_, instant, leaves) => {
    expect(next(instant)).toBe(leaves)
  })

  it('leave at the hours that the administration chose, in whatever order it wrote them', () => {
    const hours = { ...lima, hours: ['18:30', '07:15'] }
    expect(next('2026-03-02T11:00:00Z', hours)).toBe('2026-03-02T12:15:00.000Z')
    expect(next('2026-03-02T13:00:00Z', hours)).toBe('2026-03-02T23:30:00.000Z')
  })

  it('leave at nine also on the day on which clocks are moved', () => {
    const santiago = { timeZone: 'America/Santiago' }
    const first = (day: string) => noticeTimesOn(day, santiago)[0]?.toISOString()
    expect(first('2026-04-04')).toBe('2026-04-04T12:00:00.000Z')
    expect(first('2026-04-05')).toBe('2026-04-05T13:00:00.000Z')
  })
})
