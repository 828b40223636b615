import { describe, expect, it } from '@jest/globals'
import { proposeDays, WorkingCalendar, type NamedLayer } from '../../src/deadlines/index.ts'
import { packLayer } from './pack-calendar.ts'

const layer = (code: string): NamedLayer => {
  const file = packLayer(code)
  return { ...file, rules: file.rules ?? [], edition: '', administrationId: null }
}
const own = (more: Partial<NamedLayer> = {}): NamedLayer => ({
  ...{ code: 'own', version: 1, edition: '', name: {}, source: '', rules: [], days: [] },
  administrationId: 'a',
  ...more,
})
const day = (date: string, kind: 'holiday' | 'working_day_by_exception' = 'holiday') => ({
  ...{ date, kind, name: { es: 'Fiesta' }, source: 'Acuerdo' },
})

describe('The days that are proposed for a year', () => {
  it('are those of the list while it reaches so far', () => {
    const { origin, days } = proposeDays([layer('mx-administrative')], 2027)
    expect([origin, days.length, days[0]?.source]).toEqual(['listed', 9, 'LFPA, art. 28'])
  })

  it('are worked out by rule beyond it, with Holy Week where the moon puts it', () => {
    const { origin, days } = proposeDays([layer('pe-national')], 2028)
    expect(origin).toBe('by_rule')
    expect(days.map(({ date }) => date)).toEqual(
      expect.arrayContaining(['2028-04-13', '2028-04-14', '2028-07-28']),
    )
    expect(days.find(({ date }) => date === '2028-06-07')?.source).toContain('Ley 31788')
  })

  it('are in a centre those that its administration confirmed', () => {
    const town = own({
      confirmedYears: [2028],
      days: [day('2028-03-09'), day('2028-05-01', 'working_day_by_exception')],
    })
    const { origin, days } = proposeDays([layer('mx-labour'), town], 2028)
    expect([origin, days.map(({ date }) => date)]).toEqual(['listed', ['2028-03-09']])
  })
})

describe('Whoever keeps the days', () => {
  const calendar = (more: Partial<NamedLayer> = {}) =>
    new WorkingCalendar([layer('mx-administrative'), own(more)])

  it('is asked from October on to confirm next year', () => {
    expect(calendar().yearToConfirm('2026-09-30')).toBeNull()
    expect(calendar().yearToConfirm('2026-10-01')).toBe(2027)
    expect(calendar().yearToConfirm('2026-12-31')).toBe(2027)
    expect(calendar({ confirmedYears: [2027] }).yearToConfirm('2026-10-01')).toBeNull()
  })

  it('makes a year known by confirming it, also beyond the list', () => {
    expect(calendar().covers('2028-02-02')).toBe(false)
    expect(calendar({ confirmedYears: [2028] }).covers('2028-02-02')).toBe(true)
  })
})
