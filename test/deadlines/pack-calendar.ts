import { readFileSync } from 'node:fs'
import { readCalendarFile, type CalendarFile } from '../../src/deadlines/calendar-file.ts'
import { WorkingCalendar, type CalendarLayer } from '../../src/deadlines/working-calendar.ts'
import type { Clock } from '../../src/deadlines/clock.ts'
import type { Term } from '../../src/deadlines/term.ts'
import type { PlainDate } from '../../src/platform/dates.ts'

export function packLayer(code: string): CalendarLayer & CalendarFile {
  const file = new URL(`../../packs/calendars/${code}.yaml`, import.meta.url)
  return { ...readCalendarFile(readFileSync(file, 'utf8')), version: 1 }
}

export function packCalendar(code: string): WorkingCalendar {
  return new WorkingCalendar([packLayer(code)])
}

export function businessTerm(days: number, changes: Partial<Term> = {}): Term {
  return {
    step: 'answer',
    days,
    unit: 'business',
    starts: 'next_business_day',
    filedOnNonWorkingDay: 'counts_that_day',
    suspendedBy: ['awaiting_correction'],
    source: 'Art. 14',
    ...changes,
  }
}

/** A clock of a filing made at noon of that day, far from any midnight. */
export function clockFrom(day: PlainDate, term: Term, changes: Partial<Clock> = {}): Clock {
  return {
    step: term.step,
    term,
    startedAt: new Date(`${day}T12:00:00Z`),
    timeZone: 'UTC',
    suspensions: [],
    extensions: [],
    ...changes,
  }
}
