import { describe, expect, it } from '@jest/globals'
import type { StoredIndicator } from '../../../src/improvements/effect/index.ts'
import { sayEffect } from '../../../src/improvements/effect/index.ts'
import { translator } from '../../../src/platform/i18n/index.ts'

const said = (before: number, after: number) =>
  sayEffect(measured(before, after), translator('es'), 'es')

describe('What came of a project, in words', () => {
  it('NC-10: says of no case after how far it may have moved, and does not call it better', () => {
    const told = said(5, 0)
    expect(told?.title).toBe('Hay muy pocos datos para saberlo')
    expect(told?.numbers).toContain('entre 0 y 109')
    expect(told?.sentence).not.toContain('menos que antes')
  })

  it('gives the figures behind an improvement, in public only where they count ten people', () => {
    expect(said(40, 12)?.publicNumbers).toBe(said(40, 12)?.numbers)
    expect(said(40, 9)?.numbers).toContain('Después: 9 de')
    expect(said(40, 9)?.publicNumbers).not.toContain('9')
  })
})

function measured(before: number, after: number): StoredIndicator {
  return {
    projectId: '',
    measure: 'recurrence',
    kind: 'complaint',
    subject: { by: 'motive', code: 'delay' },
    driver: null,
    centreId: null,
    serviceId: null,
    before: { from: '2026-01-01', until: '2026-03-31' },
    afterDays: 90,
    beforeCounts: { events: before, base: 2000, unread: 0 },
    lockedAt: null,
    after: { from: '2026-06-01', until: '2026-08-29' },
    afterCounts: { events: after, base: 2000, unread: 0 },
    measuredAt: null,
  }
}
