import { describe, expect, it } from '@jest/globals'
import { explainDueDate } from '../../src/deadlines/explain-due-date.ts'
import { sayDaysLeft } from '../../src/deadlines/say-days-left.ts'
import type { Clock } from '../../src/deadlines/clock.ts'
import { WorkingCalendar } from '../../src/deadlines/working-calendar.ts'
import { translator } from '../../src/platform/i18n/index.ts'
import { businessTerm, clockFrom, packCalendar, packLayer } from './pack-calendar.ts'

const peru = packCalendar('pe-national')
const answer = businessTerm(30, { source: 'DS 007-2020-PCM, art. 14.' })
const waiting = { from: '2026-07-22', until: '2026-07-27', reason: 'awaiting_correction' }

function say(clock: Clock, language = 'es', calendar = peru, asOf?: string) {
  return explainDueDate(clock, calendar, { language, t: translator(language) }, asOf).sentence
}

describe('the sentence that explains a due date', () => {
  it('tells the days, the start, what was left out, the days waited and the norm', () => {
    const clock = clockFrom('2026-07-17', answer, { suspensions: [waiting] })
    expect(say(clock)).toBe(
      'Vence el 7 de septiembre de 2026: 30 días hábiles contados desde el 20 de julio, ' +
        'sin sábados, domingos ni feriados (23, 28 y 29 de julio, 6 de agosto), ' +
        'más los 2 días en que esperamos su respuesta. Norma: DS 007-2020-PCM, art. 14.',
    )
    expect(say(clock, 'en')).toBe(
      'Due on 7 September 2026: 30 working days counted from 20 July, ' +
        'leaving out Saturdays, Sundays and holidays (23, 28 and 29 July, 6 August), ' +
        'plus the 2 days in which we waited for your reply. Rule: DS 007-2020-PCM, art. 14.',
    )
  })

  it('names no norm where the administration set the term', () => {
    const own = businessTerm(1, { basis: 'administration', source: 'Buena práctica' })
    expect(say(clockFrom('2026-03-02', own))).toMatch(
      /sin sábados ni domingos\. El plazo lo fijó la administración\.$/,
    )
  })

  it('names the year of a day only when it is another one', () => {
    expect(say(clockFrom('2026-11-27', answer))).toContain(
      'Vence el 14 de enero de 2027: 30 días hábiles contados desde el 30 de noviembre de 2026, ' +
        'sin sábados, domingos ni feriados (8, 9 y 25 de diciembre de 2026, 1 de enero).',
    )
  })

  it('speaks of one day in the singular, and of no holidays when there are none', () => {
    expect(say(clockFrom('2026-03-02', businessTerm(1)))).toBe(
      'Vence el 3 de marzo de 2026: 1 día hábil contado desde el 3 de marzo, sin sábados ni domingos. Norma: Art. 14.',
    )
  })

  it('tells closures of the place apart from holidays', () => {
    const closed = {
      date: '2026-03-04',
      name: { es: 'Mudanza' },
      kind: 'closure',
      source: 'Acta 3',
    } as const
    const local = new WorkingCalendar([
      packLayer('pe-national'),
      { code: 'local', version: 1, days: [closed], workingWeek: [1, 2, 3, 4, 5, 6] },
    ])
    expect(say(clockFrom('2026-03-02', businessTerm(3)), 'es', local)).toContain(
      'sin domingos ni días de cierre (4 de marzo).',
    )
  })

  it('says while the clock is paused that the date will move', () => {
    const paused = clockFrom('2026-07-17', answer, {
      suspensions: [{ ...waiting, until: undefined }],
    })
    const t = translator('es')
    const explained = explainDueDate(paused, peru, { language: 'es', t })
    expect(explained.pausedSince).toBe('2026-07-22')
    expect(explained.sentence).toContain(
      'El plazo está en pausa desde el 22 de julio de 2026, porque esperamos su respuesta.',
    )
  })

  it('tells an extension and where it comes from', () => {
    const extension = {
      days: 10,
      unit: 'business',
      at: new Date(0),
      reason: 'x',
      source: 'Art. 31',
    } as const
    expect(say(clockFrom('2026-07-17', answer, { extensions: [extension] }))).toContain(
      ', más 10 días hábiles de prórroga (Art. 31).',
    )
  })

  it('tells why a term in calendar days ends later, and that a told date is kept', () => {
    const term = businessTerm(8, { unit: 'calendar', starts: 'next_day' })
    expect(say(clockFrom('2026-03-25', term))).toBe(
      'Vence el 6 de abril de 2026: 8 días calendario contados desde el 26 de marzo. ' +
        'El último día cae el 2 de abril, que no es hábil. Por eso pasa al siguiente día hábil. Norma: Art. 14.',
    )
    expect(say(clockFrom('2026-03-25', term, { neverBefore: '2026-04-10' }))).toContain(
      'Mantenemos la fecha que le dimos.',
    )
  })

  it('warns when the holidays of a year are not known', () => {
    expect(say(clockFrom('2027-12-20', answer))).toContain(
      'Aún no se conocen los feriados de 2028.',
    )
    expect(say(clockFrom('2023-12-29', businessTerm(3)))).toContain('feriados de 2023.')
  })

  it('speaks in the past once the day is gone', () => {
    expect(say(clockFrom('2026-07-17', answer), 'es', peru, '2026-09-04')).toMatch(
      /^Venció el 3 de/,
    )
  })

  it('gives the parts apart, holidays by name', () => {
    const parts = explainDueDate(
      clockFrom('2026-07-17', answer, { suspensions: [waiting] }),
      peru,
      {
        language: 'es',
        t: translator('es'),
      },
    )
    expect(parts).toMatchObject({
      countedFrom: '2026-07-20',
      days: 30,
      unit: 'business',
      pausedSince: null,
    })
    expect(parts.skipped.map(({ name }) => name.es)).toEqual([
      'Día de la Fuerza Aérea del Perú',
      'Fiestas Patrias',
      'Fiestas Patrias',
      'Batalla de Junín',
    ])
  })
})

describe('the words for a list', () => {
  const left = (asOf: string, paused = false) =>
    sayDaysLeft({ dueOn: '2026-09-03', paused }, peru, asOf, translator('es'))

  it('count working days before and after', () => {
    expect(left('2026-08-31')).toBe('Vence en 3 días hábiles')
    expect(left('2026-09-02')).toBe('Vence en 1 día hábil')
    expect(left('2026-09-03')).toBe('Vence hoy')
    expect(left('2026-09-04')).toBe('Vencido hace 1 día hábil')
    expect(left('2026-09-08')).toBe('Vencido hace 3 días hábiles')
  })

  it('say that it is paused, and never "0 days"', () => {
    expect(left('2026-09-08', true)).toBe('En pausa')
    const friday = { dueOn: '2026-08-28', paused: false }
    expect(sayDaysLeft(friday, peru, '2026-08-29', translator('es'))).toBe('Vencido')
  })
})
