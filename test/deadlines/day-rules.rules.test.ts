import { describe, expect, it } from '@jest/globals'
import { dayRule, daysByRule } from '../../src/deadlines/day-rules.ts'
import { easterSunday } from '../../src/deadlines/easter.ts'
import { packLayer } from './pack-calendar.ts'

const rule = (on: object, more: object = {}) =>
  dayRule.parse({ name: { es: 'Fiesta', en: 'Feast' }, on, ...more })
const datesOf = (year: number, ...rules: ReturnType<typeof rule>[]) =>
  daysByRule(rules, year, 'Ley').map(({ date }) => date)

describe('The rules by which days off come round', () => {
  it.each(['mx-administrative', 'mx-labour', 'pe-national'])(
    'give the days that %s lists for each of its years',
    (code) => {
      const { rules = [], days, years, source = '' } = packLayer(code)
      for (let year = years!.first; year <= years!.last; year += 1) {
        const decreed = (day: { publishedOn?: unknown; name: { es?: string } }) =>
          day.name.es === 'Jornada electoral federal'
        const listed = days.filter((day) => day.date.startsWith(`${year}-`) && !decreed(day))
        const byRule = daysByRule(rules, year, source)
        expect(byRule.map(({ date, name }) => [date, name])).toEqual(
          listed.map(({ date, name }) => [date, name]),
        )
      }
    },
  )

  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('know Easter of %i', (year, date) => {
    expect(easterSunday(year)).toBe(date)
  })

  it('find the last Monday of a month, and no fifth one where there is none', () => {
    const last = rule({ month: 12, weekday: 1, nth: -1 })
    const fifth = rule({ month: 2, weekday: 1, nth: 5 })
    expect(datesOf(2028, last, fifth)).toEqual(['2028-12-25'])
  })

  it('move a feast to the Monday that follows, and leave one that falls on it', () => {
    const moved = rule({ month: 6, day: 29 }, { movesTo: 1 })
    expect(datesOf(2026, moved)).toEqual(['2026-06-29'])
    expect(datesOf(2027, moved)).toEqual(['2027-07-05'])
  })

  it('hold only from and until their years, each so many years, and on days that exist', () => {
    const six = rule({ month: 10, day: 1 }, { every: { years: 6, since: 2024 } })
    const short = rule({ month: 5, day: 5 }, { from: 2025, until: 2026 })
    const leap = rule({ month: 2, day: 29 })
    expect(
      [2024, 2025, 2026, 2027, 2028, 2030].map((year) => datesOf(year, six, short, leap)),
    ).toEqual([
      ['2024-02-29', '2024-10-01'],
      ['2025-05-05'],
      ['2026-05-05'],
      [],
      ['2028-02-29'],
      ['2030-10-01'],
    ])
  })
})
