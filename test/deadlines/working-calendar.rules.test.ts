import { describe, expect, it } from '@jest/globals'
import { WorkingCalendar, type DayKind } from '../../src/deadlines/working-calendar.ts'
import { packCalendar, packLayer } from './pack-calendar.ts'

const day = (date: string, kind: DayKind) => ({ date, kind, name: { es: date }, source: 'Decree' })

describe('a working calendar', () => {
  it('inherits from country to region to administration to centre, the nearest deciding', () => {
    const calendar = new WorkingCalendar([
      packLayer('pe-national'),
      { code: 'region', version: 3, days: [day('2026-08-17', 'holiday')] },
      { code: 'body', version: 2, days: [day('2026-12-24', 'closure')] },
      { code: 'centre', version: 7, days: [day('2026-07-28', 'working_day_by_exception')] },
    ])
    expect(calendar.isWorking('2026-07-29')).toBe(false)
    expect(calendar.isWorking('2026-08-17')).toBe(false)
    expect(calendar.isWorking('2026-12-24')).toBe(false)
    expect(calendar.isWorking('2026-07-28')).toBe(true)
    expect(calendar.edition).toBe('pe-national@1 region@3 body@2 centre@7')
    expect(calendar.code).toBe('centre')
  })

  it('can have a working week of its own and a Saturday worked by exception', () => {
    const sundayToThursday = new WorkingCalendar([
      packLayer('pe-national'),
      {
        code: 'centre',
        version: 1,
        workingWeek: [7, 1, 2, 3, 4],
        days: [day('2026-05-09', 'working_day_by_exception')],
      },
    ])
    expect(sundayToThursday.isWorking('2026-05-10')).toBe(true)
    expect(sundayToThursday.isWorking('2026-05-08')).toBe(false)
    expect(sundayToThursday.isWorking('2026-05-09')).toBe(true)
  })

  it('knows only the years that every layer knows', () => {
    const calendar = new WorkingCalendar([
      packLayer('pe-national'),
      { code: 'region', version: 1, years: { first: 2026, last: 2026 }, days: [] },
    ])
    expect(
      ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((d) => calendar.covers(d)),
    ).toEqual([false, true, true, false])
  })

  it('is refused without a working week or without years', () => {
    expect(() => new WorkingCalendar([])).toThrow('no working week')
    const noYears = { code: 'x', version: 1, workingWeek: [1], days: [] }
    expect(() => new WorkingCalendar([noYears])).toThrow('declares no years')
  })

  it('counts working days in both directions', () => {
    const peru = packCalendar('pe-national')
    expect(peru.addWorkingDays('2026-04-01', 2)).toBe('2026-04-07')
    expect(peru.addWorkingDays('2026-04-07', -2)).toBe('2026-04-01')
    expect(peru.workingDaysBetween('2026-04-01', '2026-04-07')).toBe(2)
    expect(peru.workingDaysBetween('2026-04-07', '2026-04-01')).toBe(-2)
    expect(peru.nextWorkingDay('2026-07-22')).toBe('2026-07-24')
  })
})
