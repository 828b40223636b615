import { describe, expect, it } from '@jest/globals'
import { sayHours } from '../../src/administrations/pages/say-hours.ts'
import { translator } from '../../src/platform/i18n/index.ts'

const hours = (weekdays: number[], opens: string, closes: string) =>
  weekdays.map((weekday) => ({ weekday, opens, closes }))

describe('Opening hours', () => {
  it.each([
    ['es', ['De lunes a viernes: 08:30 a 15:00.', 'Sábado: 09:00 a 13:00.']],
    ['en', ['Monday to Friday: 08:30 to 15:00.', 'Saturday: 09:00 to 13:00.']],
  ])('in %s put together the days that are alike', (lang, lines) => {
    const week = [...hours([1, 2, 3, 4, 5], '08:30', '15:00'), ...hours([6], '09:00', '13:00')]
    expect(sayHours(week, lang, translator(lang))).toEqual(lines)
  })

  it('tell both spans of a day, and apart the days that do not follow each other', () => {
    const week = [
      ...hours([1, 2], '09:00', '14:00'),
      ...hours([1, 2], '15:00', '17:30'),
      ...hours([5], '09:00', '14:00'),
    ]
    expect(sayHours(week, 'es', translator('es'))).toEqual([
      'Lunes y martes: 09:00 a 14:00 y 15:00 a 17:30.',
      'Viernes: 09:00 a 14:00.',
    ])
  })

  it('are nothing where there are none', () => {
    expect(sayHours([], 'es', translator('es'))).toEqual([])
  })
})
