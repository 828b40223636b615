import { describe, expect, it } from '@jest/globals'
import { readCalendarFile } from '../../src/deadlines/calendar-file.ts'
import { Invalid } from '../../src/platform/errors.ts'
import { addDays, weekday } from '../../src/platform/dates.ts'
import { packLayer } from './pack-calendar.ts'

const head = `
code: somewhere
name: { es: Algún lugar, en: Somewhere }
source: Ley 1
workingWeek: [1, 2, 3, 4, 5]
years: { first: 2026, last: 2026 }
`
const day = (date: string) => `  - { date: ${date}, name: { es: Fiesta, en: Feast } }\n`

function problemsOf(content: string) {
  try {
    readCalendarFile(content)
  } catch (error) {
    if (error instanceof Invalid) return error.problems
    throw error
  }
  return []
}

describe('a calendar file', () => {
  it('gives each day its kind and source', () => {
    const [first, second] = readCalendarFile(
      `${head}days:\n${day('2026-01-01')}  - { date: 2026-02-02, name: { es: A, en: A }, kind: closure, source: Decreto 2 }`,
    ).days
    expect(first).toMatchObject({ date: '2026-01-01', kind: 'holiday', source: 'Ley 1' })
    expect(second).toMatchObject({ kind: 'closure', source: 'Decreto 2' })
  })

  it('says every day that is wrong: impossible, twice, or of a year that it does not declare', () => {
    expect(problemsOf(`${head}days:\n${day('2026-02-30')}`)).toEqual([
      { field: 'days.0.date', code: 'bad_date' },
    ])
    expect(
      problemsOf(`${head}days:\n${day('2026-01-01')}${day('2026-01-01')}${day('2027-01-01')}`),
    ).toEqual([
      { field: 'days.1.date', code: 'duplicate_day', values: { date: '2026-01-01' } },
      {
        field: 'days.2.date',
        code: 'outside_years',
        values: { date: '2027-01-01', first: 2026, last: 2026 },
      },
    ])
  })

  it('that stands on no other must say its working week and its years', () => {
    const alone = 'code: x\nname: { es: X, en: X }\nsource: Ley\ndays: []\n'
    expect(problemsOf(alone)).toEqual([
      { field: 'workingWeek', code: 'missing' },
      { field: 'years', code: 'missing' },
    ])
    expect(problemsOf(`${alone}parent: somewhere\n`)).toEqual([])
  })

  it('refuses years in reverse, unknown keys, missing names and unreadable text', () => {
    const reversed = head.replace('last: 2026', 'last: 2025')
    expect(problemsOf(`${reversed}days: []`)).toEqual([{ field: 'years', code: 'years_reversed' }])
    expect(problemsOf(`${head}days: []\nholidays: []`)).toEqual([
      { field: '', code: 'unknown_key', values: { keys: 'holidays' } },
    ])
    expect(problemsOf(`${head}days:\n  - { date: 2026-01-01, name: { es: A } }`)).toEqual([
      { field: 'days.0.name.en', code: 'missing' },
    ])
    expect(problemsOf(`${head}days: [`)).toMatchObject([{ code: 'unreadable' }])
  })
})

describe('the calendars that are shipped', () => {
  const years = [2024, 2025, 2026, 2027]
  const datesOf = (code: string) => packLayer(code).days.map(({ date }) => date)

  it('have Maundy Thursday and Good Friday before each Easter', () => {
    const easters = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28']
    const holyDays = packLayer('pe-national').days.filter(({ name }) => name.es?.endsWith('Santo'))
    expect(holyDays.map(({ date }) => date)).toEqual(
      easters.flatMap((easter) => [addDays(easter, -3), addDays(easter, -2)]),
    )
  })

  it('have the sixteen Peruvian holidays of every year', () => {
    const fixed = [
      '01-01',
      '05-01',
      '06-07',
      '06-29',
      '07-23',
      '07-28',
      '07-29',
      '08-06',
      '08-30',
      '10-08',
    ]
    fixed.push('11-01', '12-08', '12-09', '12-25')
    const dates = datesOf('pe-national')
    expect(dates).toHaveLength(16 * years.length)
    for (const year of years) for (const d of fixed) expect(dates).toContain(`${year}-${d}`)
  })

  it('keep the two Mexican lists apart: fixed dates in one, Mondays in the other', () => {
    const fixed = ['01-01', '02-05', '03-21', '05-01', '05-05', '09-01', '09-16', '11-20', '12-25']
    expect(datesOf('mx-administrative')).toEqual(
      years.flatMap((y) => fixed.map((d) => `${y}-${d}`)),
    )
    const mondays = datesOf('mx-labour').filter((d) => ['02', '03', '11'].includes(d.slice(5, 7)))
    expect(mondays).toEqual([
      ...['2024-02-05', '2024-03-18', '2024-11-18', '2025-02-03', '2025-03-17', '2025-11-17'],
      ...['2026-02-02', '2026-03-16', '2026-11-16', '2027-02-01', '2027-03-15', '2027-11-15'],
    ])
    expect(mondays.every((d) => weekday(d) === 1)).toBe(true)
    expect(datesOf('mx-labour')).toContain('2024-10-01')
    expect(datesOf('mx-administrative')).not.toContain('2024-12-01')
  })
})
