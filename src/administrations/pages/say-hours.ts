import type { T } from '../../platform/i18n/index.ts'
import type { OpeningHours } from '../book-rules.ts'
import { groupHours } from '../opening-hours.ts'

/** "lunes a viernes, de 8:30 a 15:00", one line for each group of days. */
export function sayHours(hours: readonly OpeningHours[], lang: string, t: T): string[] {
  return groupHours(hours).map(({ from, to, spans }) => {
    const days = sayDays(from, to, lang, t)
    const times = spans
      .map(({ opens, closes }) => t('administrations.hours.span', { opens, closes }))
      .join(t('administrations.hours.and'))
    return capitalised(t('administrations.hours.line', { days, times }))
  })
}

function sayDays(from: number, to: number, lang: string, t: T): string {
  const first = weekdayName(from, lang)
  const last = weekdayName(to, lang)
  if (from === to) return t('administrations.hours.one_day', { first })
  return to === from + 1
    ? t('administrations.hours.two_days', { first, last })
    : t('administrations.hours.days', { first, last })
}

/** From 1, Monday; 1 January 2024 was a Monday. */
export function weekdayName(weekday: number, lang: string): string {
  const format = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' })
  return format.format(new Date(Date.UTC(2024, 0, weekday)))
}

function capitalised(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1)
}
