import { describe, expect, it } from '@jest/globals'
import { alertsToSend, levelsReached } from '../../src/deadlines/alert-levels.ts'
import {
  elapsedCalendarDays,
  elapsedWorkingDays,
  isOverdue,
  workingDaysLeft,
} from '../../src/deadlines/clock-progress.ts'
import { isPaused } from '../../src/deadlines/clock.ts'
import { businessTerm, clockFrom, packCalendar } from './pack-calendar.ts'

const peru = packCalendar('pe-national')
const filed = (changes = {}) => clockFrom('2026-07-17', businessTerm(30), changes)
const waiting = { from: '2026-07-22', until: '2026-07-27', reason: 'awaiting_correction' }

describe('a clock that runs', () => {
  it('is due on its day and overdue on the next', () => {
    expect(isOverdue(filed(), peru, '2026-09-03')).toBe(false)
    expect(isOverdue(filed(), peru, '2026-09-04')).toBe(true)
  })

  it('counts down to zero and below', () => {
    const left = (day: string) => workingDaysLeft(filed(), peru, day)
    expect(
      ['2026-07-17', '2026-08-31', '2026-09-03', '2026-09-05', '2026-09-07'].map(left),
    ).toEqual([30, 3, 0, -1, -2])
  })

  it('tells days used with and without weekends, and never the suspended ones', () => {
    const clock = filed({ suspensions: [waiting] })
    expect(elapsedWorkingDays(clock, peru, '2026-07-31')).toBe(5)
    expect(elapsedCalendarDays(clock, '2026-07-31')).toBe(9)
  })
})

describe('a clock that stopped', () => {
  it('is judged by the day on which it stopped, whenever it is looked at', () => {
    const inTime = filed({ stoppedOn: '2026-09-03' })
    expect(isOverdue(inTime, peru, '2027-05-05')).toBe(false)
    expect(isOverdue(filed({ stoppedOn: '2026-09-04' }), peru, '2027-05-05')).toBe(true)
    expect(elapsedWorkingDays(inTime, peru, '2027-05-05')).toBe(30)
  })

  it('is no longer paused', () => {
    const open = { suspensions: [{ from: '2026-07-22', reason: 'x' }] }
    expect(isPaused(filed(open))).toBe(true)
    expect(isPaused(filed({ ...open, stoppedOn: '2026-07-30' }))).toBe(false)
    expect(isPaused(filed({ suspensions: [waiting] }))).toBe(false)
  })
})

describe('reminders and escalations', () => {
  const levels = [
    { level: 1, workingDays: -3, to: ['handler'] },
    { level: 2, workingDays: 0, to: ['handler'] },
    { level: 3, workingDays: 1, to: ['handler', 'unit_head'] },
    { level: 4, workingDays: 5, to: ['claims_manager'] },
  ]
  const clock = { startedOn: '2026-07-17', dueOn: '2026-09-03' }
  const reached = (asOf: string, on = clock) => levelsReached(levels, on, peru, asOf)

  it('come on their working day before and after the due date', () => {
    const names = (asOf: string) => reached(asOf).map(({ level }) => level)
    expect(names('2026-08-28')).toEqual([])
    expect(names('2026-08-31')).toEqual([1])
    expect(names('2026-09-03')).toEqual([1, 2])
    expect(names('2026-09-04')).toEqual([1, 2, 3])
    expect(names('2026-09-09')).toEqual([1, 2, 3])
    expect(names('2026-09-10')).toEqual([1, 2, 3, 4])
  })

  it('leave out a reminder that would come before the clock even began', () => {
    const short = { startedOn: '2026-09-01', dueOn: '2026-09-03' }
    expect(reached('2026-09-02', short)).toEqual([])
    expect(reached('2026-09-03', short).map(({ level }) => level)).toEqual([2])
  })

  it('that come all at once reach each reader once, with the gravest', () => {
    expect(alertsToSend(reached('2026-09-11'))).toEqual([
      { level: 3, workingDays: 1, to: 'handler' },
      { level: 3, workingDays: 1, to: 'unit_head' },
      { level: 4, workingDays: 5, to: 'claims_manager' },
    ])
  })
})
