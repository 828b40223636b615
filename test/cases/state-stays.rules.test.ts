import { describe, expect, it } from '@jest/globals'
import { stateStays } from '../../src/cases/state-stays.ts'

const on = (day: number, toState: string) => ({
  toState,
  happenedAt: new Date(Date.UTC(2026, 2, day)),
})
const days = (events: readonly ReturnType<typeof on>[], today: number) =>
  stateStays(events, new Date(Date.UTC(2026, 2, today))).map(
    ({ state, milliseconds, now }) => [state, milliseconds / 86_400_000, now] as const,
  )

describe('The time that a case spent in each state', () => {
  it('is added up from its history, what it came back to included', () => {
    const history = [
      on(1, 'registered'),
      on(2, 'in_triage'),
      on(4, 'awaiting_correction'),
      on(9, 'in_triage'),
      on(10, 'assigned'),
      on(11, 'assigned'),
    ]
    expect(days(history, 15)).toEqual([
      ['registered', 1, false],
      ['in_triage', 3, false],
      ['awaiting_correction', 5, false],
      ['assigned', 5, true],
    ])
  })

  it('ends where the case does', () => {
    expect(days([on(1, 'registered'), on(3, 'archived')], 20)).toEqual([['registered', 2, false]])
  })
})
