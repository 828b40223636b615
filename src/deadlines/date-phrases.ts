import type { PlainDate } from '../platform/dates.ts'
import type { T } from '../platform/i18n/index.ts'

/** "23, 28 y 29 de julio, 6 de agosto"; the year only where it is not the given one. */
export function sayDates(
  dates: readonly PlainDate[],
  { year, language, t }: { year?: string; language: string; t: T },
): string {
  const months = [...new Set(dates.map((date) => date.slice(0, 7)))]
  return months
    .map((month) => {
      const ownYear = month.slice(0, 4)
      const key = ownYear === year ? 'deadlines.days_of_month' : 'deadlines.days_of_year'
      const days = dates.filter((date) => date.startsWith(month))
      const numbers = days.map((day) => String(Number(day.slice(8))))
      return t(key, {
        days: joinWith('deadlines.and', numbers, t),
        month: monthName(month, language),
        year: ownYear,
      })
    })
    .join(', ')
}

/** "a, b <word> c" */
export function joinWith(key: string, items: readonly string[], t: T): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : t(key, { rest: items.slice(0, -1).join(', '), last })
}

function monthName(month: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${month}-01T00:00:00Z`))
}
