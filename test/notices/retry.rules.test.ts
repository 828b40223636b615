import { describe, expect, it } from '@jest/globals'
import { nextAttemptAt, PAUSES } from '../../src/notices/retry-rules.ts'

const now = new Date('2026-03-02T16:00:00Z')

describe('a letter that nobody took over', () => {
  it('is tried again after pauses that grow and make three days', () => {
    expect([...PAUSES].sort((a, b) => a - b)).toEqual([...PAUSES])
    expect(PAUSES.reduce((sum, pause) => sum + pause, 0)).toBe(3 * 24 * 60)
  })

  it('is tried a minute after the first attempt and twelve hours before the last', () => {
    expect(nextAttemptAt('server_unreachable', 1, now)).toEqual(new Date('2026-03-02T16:01:00Z'))
    expect(nextAttemptAt('server_unreachable', 12, now)).toEqual(new Date('2026-03-03T04:00:00Z'))
  })

  it('has failed once the pauses are used up', () => {
    expect(nextAttemptAt('recipient_deferred', 13, now)).toBeNull()
  })

  it('has failed at once when its address or the letter was refused for good', () => {
    expect(nextAttemptAt('address_rejected', 1, now)).toBeNull()
    expect(nextAttemptAt('letter_rejected', 1, now)).toBeNull()
  })
})
