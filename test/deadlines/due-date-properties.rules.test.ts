import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  elapsedWorkingDays,
  isOverdue,
  workingDaysLeft,
} from '../../src/deadlines/clock-progress.ts'
import type { Suspension } from '../../src/deadlines/clock.ts'
import { dueOn, reckonDueDate } from '../../src/deadlines/due-date.ts'
import { WorkingCalendar } from '../../src/deadlines/working-calendar.ts'
import { addDays, daysBetween } from '../../src/platform/dates.ts'
import { businessTerm, clockFrom, packLayer } from './pack-calendar.ts'

const kinds = ['holiday', 'closure', 'working_day_by_exception'] as const

const date = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-01', n))
const national = packLayer('pe-national')
const week = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
const localDays = fc.uniqueArray(
  fc.record({
    date,
    kind: fc.constantFrom(...kinds),
    name: fc.constant({}),
    source: fc.constant('x'),
  }),
  { maxLength: 40, selector: (day) => day.date },
)
const calendar = fc
  .record({ workingWeek: week, days: localDays })
  .map((layer) => new WorkingCalendar([national, { code: 'local', version: 1, ...layer }]))
const days = fc.integer({ min: 0, max: 60 })
const term = fc
  .record({
    days,
    starts: fc.constantFrom('next_business_day', 'next_day', 'same_day'),
    filedOnNonWorkingDay: fc.constantFrom('counts_that_day', 'counts_next_working_day'),
  } as const)
  .map(({ days, ...changes }) => businessTerm(days, changes))
const suspensions: fc.Arbitrary<Suspension[]> = fc.array(
  fc.record({ from: date, length: fc.nat(30) }).map(({ from, length }) => ({
    from,
    until: addDays(from, length),
    reason: 'awaiting_correction',
  })),
  { maxLength: 3 },
)
const clock = fc
  .record({ filed: date, term, suspensions })
  .map(({ filed, term, suspensions }) => clockFrom(filed, term, { suspensions }))

function always<T extends unknown[]>(
  ...args: [...{ [K in keyof T]: fc.Arbitrary<T[K]> }, (...values: T) => void]
) {
  fc.assert(
    fc.property(...(args as unknown as [fc.Arbitrary<unknown>, (value: unknown) => void])),
    {
      numRuns: 100,
    },
  )
}

describe('whatever the calendar, the term and the suspensions', () => {
  it('a term in business days is never due on a day that is not worked, nor on a suspended one', () => {
    always(clock, calendar, (clock, calendar) => {
      const due = dueOn(clock, calendar)
      expect(calendar.isWorking(due)).toBe(true)
      expect(clock.suspensions.some(({ from, until }) => due > from && due <= until!)).toBe(false)
    })
  })

  it('suspending n working days while it runs moves the date by n working days', () => {
    always(date, term, calendar, fc.nat(59), fc.nat(40), (filed, term, calendar, at, length) => {
      fc.pre(term.days > 0)
      const running = clockFrom(filed, term)
      const { countedFrom, dueOn: due } = reckonDueDate(running, calendar)
      const from = addDays(countedFrom, at % (daysBetween(countedFrom, due) + 1))
      fc.pre(from < due)
      const until = addDays(from, length)
      const n = calendar.workingDaysBetween(from, until)
      const suspended = { ...running, suspensions: [{ from, until, reason: 'x' }] }
      expect(dueOn(suspended, calendar)).toBe(calendar.addWorkingDays(due, n))
    })
  })

  it('one more day in the term is one more working day in the date', () => {
    always(clock, calendar, (clock, calendar) => {
      fc.pre(clock.term.days > 0 && clock.suspensions.length === 0)
      const longer = { ...clock, term: { ...clock.term, days: clock.term.days + 1 } }
      expect(dueOn(longer, calendar)).toBe(calendar.nextWorkingDay(dueOn(clock, calendar)))
    })
  })

  it('a longer term, a later filing or another suspension never gives an earlier date', () => {
    always(clock, calendar, fc.nat(20), suspensions, (clock, calendar, more, others) => {
      const due = dueOn(clock, calendar)
      const term = { ...clock.term, days: clock.term.days + more }
      const startedAt = new Date(clock.startedAt.getTime() + more * 86_400_000)
      const suspensions = [...clock.suspensions, ...others]
      for (const change of [{ term }, { startedAt }, { suspensions }]) {
        expect(dueOn({ ...clock, ...change }, calendar) >= due).toBe(true)
      }
    })
  })

  it('an extension in business days is the same as a longer term', () => {
    always(clock, calendar, fc.integer({ min: 1, max: 20 }), (clock, calendar, more) => {
      fc.pre(clock.term.days > 0)
      const extension = {
        days: more,
        unit: 'business',
        at: clock.startedAt,
        reason: '',
        source: '',
      } as const
      const longer = { ...clock.term, days: clock.term.days + more }
      expect(dueOn({ ...clock, extensions: [extension] }, calendar)).toBe(
        dueOn({ ...clock, term: longer }, calendar),
      )
    })
  })

  it('a date that was told is never shortened', () => {
    always(clock, calendar, date, (clock, calendar, told) => {
      const due = dueOn({ ...clock, neverBefore: told }, calendar)
      expect(due >= told).toBe(true)
      expect(due >= dueOn(clock, calendar)).toBe(true)
    })
  })

  it('days used and days left add up to the term', () => {
    always(clock, calendar, fc.nat(120), (clock, calendar, after) => {
      fc.pre(clock.term.days > 0)
      const { countedFrom } = reckonDueDate(clock, calendar)
      const asOf = addDays(countedFrom, after)
      const used = elapsedWorkingDays(clock, calendar, asOf)
      const left = workingDaysLeft(clock, calendar, asOf)
      expect(used + left).toBe(clock.term.days)
      if (isOverdue(clock, calendar, asOf)) expect(left).toBeLessThanOrEqual(0)
      else expect(left).toBeGreaterThanOrEqual(0)
    })
  })

  it('a pause that still stands never lets a running clock become overdue, nor uses its days', () => {
    always(date, term, calendar, fc.nat(40), fc.nat(200), (filed, term, calendar, at, after) => {
      fc.pre(term.days > 0)
      const running = clockFrom(filed, term)
      const { countedFrom, dueOn: due } = reckonDueDate(running, calendar)
      const from = addDays(countedFrom, at)
      fc.pre(from < due)
      const paused = { ...running, suspensions: [{ from, reason: 'x' }] }
      const asOf = addDays(from, after)
      expect(isOverdue(paused, calendar, asOf)).toBe(false)
      expect(workingDaysLeft(paused, calendar, asOf)).toBe(workingDaysLeft(running, calendar, from))
    })
  })
})

describe('adding working days', () => {
  it('in two steps is the same as in one', () => {
    always(calendar, date, days, days, (calendar, from, a, b) => {
      const twice = calendar.addWorkingDays(calendar.addWorkingDays(from, a), b)
      expect(twice).toBe(calendar.addWorkingDays(from, a + b))
    })
  })

  it('is undone by counting them, and by taking them away from a day that is worked', () => {
    always(calendar, date, days, (calendar, from, n) => {
      const to = calendar.addWorkingDays(from, n)
      expect(calendar.workingDaysBetween(from, to)).toBe(n)
      const worked = calendar.firstWorkingDayFrom(from)
      expect(calendar.addWorkingDays(calendar.addWorkingDays(worked, n), -n)).toBe(worked)
    })
  })
})
