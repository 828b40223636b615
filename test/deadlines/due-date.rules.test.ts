import { describe, expect, it } from '@jest/globals'
import { clockForReceiver } from '../../src/deadlines/clock.ts'
import { dueOn, reckonDueDate } from '../../src/deadlines/due-date.ts'
import { WorkingCalendar } from '../../src/deadlines/working-calendar.ts'
import { businessTerm, clockFrom, packCalendar, packLayer } from './pack-calendar.ts'

const peru = packCalendar('pe-national')
const mexico = packCalendar('mx-administrative')

describe('a term in business days', () => {
  it.each([
    ['2026-01-05', 30, '2026-02-16'],
    ['2026-03-20', 30, '2026-05-06'],
    ['2026-07-17', 30, '2026-09-03'],
    ['2026-07-18', 30, '2026-09-03'],
    ['2026-11-27', 30, '2027-01-14'],
    ['2026-07-17', 3, '2026-07-22'],
    ['2026-07-22', 2, '2026-07-27'],
    ['2026-04-01', 2, '2026-04-07'],
  ])('in Peru, filed on %s for %i days, is due on %s', (filed, days, due) => {
    expect(dueOn(clockFrom(filed, businessTerm(days)), peru)).toBe(due)
  })

  it.each([
    ['2026-04-29', 10, '2026-05-15'],
    ['2026-08-28', 5, '2026-09-07'],
    ['2026-12-18', 10, '2027-01-05'],
  ])(
    'on the administrative list of Mexico, from %s for %i days, is due on %s',
    (filed, days, due) => {
      expect(dueOn(clockFrom(filed, businessTerm(days)), mexico)).toBe(due)
    },
  )

  it('gives another date on the labour list of Mexico, where 5 May is worked', () => {
    const clock = clockFrom('2026-04-29', businessTerm(10))
    expect(dueOn(clock, packCalendar('mx-labour'))).toBe('2026-05-14')
  })

  it('counts fifteen days in Colombia from a calendar that is only data', () => {
    const holiday = (date: string, es: string) =>
      ({ date, name: { es, en: es }, kind: 'holiday', source: 'Ley 51 de 1983' }) as const
    const colombia = new WorkingCalendar([
      {
        code: 'co-test',
        version: 1,
        workingWeek: [1, 2, 3, 4, 5],
        years: { first: 2026, last: 2026 },
        days: [
          holiday('2026-06-08', 'Corpus Christi'),
          holiday('2026-06-15', 'Sagrado Corazón'),
          holiday('2026-06-29', 'San Pedro y San Pablo'),
        ],
      },
    ])
    expect(dueOn(clockFrom('2026-06-05', businessTerm(15)), colombia)).toBe('2026-07-01')
  })

  it('of zero days is due at once, or on the next working day', () => {
    expect(dueOn(clockFrom('2026-07-17', businessTerm(0)), peru)).toBe('2026-07-17')
    expect(dueOn(clockFrom('2026-07-18', businessTerm(0)), peru)).toBe('2026-07-20')
  })

  it('counts the day of the event where the rule says so', () => {
    const sameDay = businessTerm(3, { starts: 'same_day' })
    expect(dueOn(clockFrom('2026-07-17', sameDay), peru)).toBe('2026-07-21')
    expect(dueOn(clockFrom('2026-07-18', sameDay), peru)).toBe('2026-07-22')
  })

  it('starts again in full for the receiver of a transfer', () => {
    const received = new Date('2026-07-22T15:00:00Z')
    const clock = clockForReceiver(businessTerm(30), received, 'America/Lima')
    expect(dueOn(clock, peru)).toBe('2026-09-08')
  })
})

describe('a filing outside working hours', () => {
  const nextDay = businessTerm(30, { filedOnNonWorkingDay: 'counts_next_working_day' })

  it('on a Saturday has day 1 on Monday, or on Tuesday where it counts as made on Monday', () => {
    expect(reckonDueDate(clockFrom('2026-07-18', businessTerm(30)), peru)).toMatchObject({
      madeOn: '2026-07-18',
      countedFrom: '2026-07-20',
      dueOn: '2026-09-03',
    })
    expect(reckonDueDate(clockFrom('2026-07-18', nextDay), peru)).toMatchObject({
      madeOn: '2026-07-20',
      countedFrom: '2026-07-21',
      dueOn: '2026-09-04',
    })
  })

  it('after closing time counts the next working day only where the rule gives a time', () => {
    const night = { startedAt: new Date('2026-07-18T03:30:00Z'), timeZone: 'America/Lima' }
    const closes = { ...nextDay, receivesUntil: '16:30' }
    expect(dueOn(clockFrom('2026-07-17', nextDay, night), peru)).toBe('2026-09-03')
    expect(dueOn(clockFrom('2026-07-17', closes, night), peru)).toBe('2026-09-04')
    const morning = { ...night, startedAt: new Date('2026-07-17T14:00:00Z') }
    expect(dueOn(clockFrom('2026-07-17', closes, morning), peru)).toBe('2026-09-03')
  })

  it('belongs to the day of the administration, not of the server', () => {
    const night = { startedAt: new Date('2026-07-18T03:30:00Z') }
    expect(dueOn(clockFrom('2026-07-17', nextDay, { ...night, timeZone: 'UTC' }), peru)).toBe(
      '2026-09-04',
    )
    const lima = { ...night, timeZone: 'America/Lima' }
    expect(dueOn(clockFrom('2026-07-17', nextDay, lima), peru)).toBe('2026-09-03')
  })
})

describe('a term in calendar days or months', () => {
  const calendarDays = (days: number) =>
    businessTerm(days, { unit: 'calendar', starts: 'next_day' })
  const months = (days: number) => businessTerm(days, { unit: 'months', starts: 'next_day' })

  it('moves to the next working day when it ends on one that is not worked', () => {
    const reckoned = reckonDueDate(clockFrom('2026-03-25', calendarDays(8)), peru)
    expect(reckoned).toMatchObject({ dueOn: '2026-04-06', rolledFrom: '2026-04-02', skipped: [] })
  })

  it('stays where it ends when the rule says so', () => {
    const term = { ...calendarDays(8), rollForward: false }
    expect(dueOn(clockFrom('2026-03-25', term), peru)).toBe('2026-04-02')
  })

  it('in months runs from date to date', () => {
    expect(dueOn(clockFrom('2026-01-15', months(3)), mexico)).toBe('2026-04-15')
    expect(dueOn(clockFrom('2026-11-15', months(3)), mexico)).toBe('2027-02-15')
  })

  it('in months without that day ends on the first working day of the next, or on the last of the month', () => {
    expect(dueOn(clockFrom('2026-01-31', months(1)), mexico)).toBe('2026-03-02')
    const lastDay = { ...months(1), shortMonth: 'last_of_month', rollForward: false } as const
    expect(dueOn(clockFrom('2026-01-31', lastDay), mexico)).toBe('2026-02-28')
  })

  it('is moved by every suspended day, worked or not', () => {
    const suspensions = [{ from: '2026-06-04', until: '2026-06-08', reason: 'awaiting_correction' }]
    expect(dueOn(clockFrom('2026-06-01', calendarDays(15), { suspensions }), mexico)).toBe(
      '2026-06-22',
    )
    expect(dueOn(clockFrom('2026-05-18', months(1), { suspensions }), mexico)).toBe('2026-06-22')
  })
})

describe('a suspension', () => {
  const filed = (changes: object) => clockFrom('2026-07-17', businessTerm(30), changes)
  const waiting = (from: string, until?: string) => ({ from, until, reason: 'awaiting_correction' })

  it('begins the day after the request and ends with the day of the reply', () => {
    const clock = filed({ suspensions: [waiting('2026-07-22', '2026-07-27')] })
    expect(reckonDueDate(clock, peru)).toMatchObject({
      dueOn: '2026-09-07',
      suspended: [{ reason: 'awaiting_correction', days: 2 }],
    })
  })

  it('answered the same day costs nothing', () => {
    const clock = filed({ suspensions: [waiting('2026-07-22', '2026-07-22')] })
    expect(dueOn(clock, peru)).toBe('2026-09-03')
  })

  it('over another suspension counts each day once', () => {
    const one = waiting('2026-08-10', '2026-08-14')
    const overlapping = filed({ suspensions: [one, waiting('2026-08-12', '2026-08-17')] })
    expect(dueOn(overlapping, peru)).toBe('2026-09-10')
  })

  it('that still stands moves the date with every day that passes', () => {
    const clock = filed({ suspensions: [waiting('2026-08-10')] })
    expect(dueOn(clock, peru)).toBe('2026-09-03')
    expect(dueOn(clock, peru, '2026-08-12')).toBe('2026-09-07')
    expect(dueOn(clock, peru, '2026-12-01')).toBe('2026-12-30')
  })

  it('after the date had passed changes nothing', () => {
    const clock = filed({ suspensions: [waiting('2026-09-03', '2026-09-30')] })
    expect(dueOn(clock, peru)).toBe('2026-09-03')
  })
})

describe('an extension', () => {
  const extension = {
    days: 10,
    at: new Date('2026-08-01T12:00:00Z'),
    reason: 'x',
    source: 'Art. 31',
  }

  it('goes on where the term ended, in its own unit', () => {
    const business = clockFrom('2026-07-17', businessTerm(20), {
      extensions: [{ ...extension, unit: 'business' }],
    })
    expect(dueOn(business, peru)).toBe('2026-09-03')
    const calendar = clockFrom('2026-07-17', businessTerm(20), {
      extensions: [{ ...extension, unit: 'calendar' }],
    })
    expect(dueOn(calendar, peru)).toBe('2026-08-31')
  })
})

describe('a date that the person was told', () => {
  it('stands when the count now gives an earlier one', () => {
    const clock = clockFrom('2026-07-17', businessTerm(30), { neverBefore: '2026-09-08' })
    expect(reckonDueDate(clock, peru)).toMatchObject({ dueOn: '2026-09-08', keptAsTold: true })
  })

  it('gives way to a later one', () => {
    const clock = clockFrom('2026-07-17', businessTerm(30), { neverBefore: '2026-09-01' })
    expect(reckonDueDate(clock, peru)).toMatchObject({ dueOn: '2026-09-03', keptAsTold: false })
  })

  it('moves on when the office turns out to be closed that day', () => {
    const closed = { date: '2026-09-03', name: {}, kind: 'closure', source: 'x' } as const
    const local = { code: 'local', version: 1, days: [closed] }
    const calendar = new WorkingCalendar([packLayer('pe-national'), local])
    const clock = clockFrom('2026-07-17', businessTerm(30), { neverBefore: '2026-09-03' })
    expect(dueOn(clock, calendar)).toBe('2026-09-04')
  })
})

describe('a year whose days off are not known', () => {
  it('makes the date an estimate and says so', () => {
    const late = reckonDueDate(clockFrom('2027-12-20', businessTerm(30)), peru)
    expect(late).toMatchObject({ dueOn: '2028-01-31', beyondCalendar: true })
    const early = reckonDueDate(clockFrom('2023-12-29', businessTerm(3)), peru)
    expect(early.beyondCalendar).toBe(true)
    expect(reckonDueDate(clockFrom('2027-11-02', businessTerm(30)), peru).beyondCalendar).toBe(
      false,
    )
  })
})
