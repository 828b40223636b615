import { describe, expect, it } from '@jest/globals'
import { isPlainDate } from '../../src/platform/dates.ts'

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
