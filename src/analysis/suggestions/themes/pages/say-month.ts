import type { PlainDate } from '../../../../platform/dates.ts'

/** "marzo de 2026" */
export function sayMonth(month: PlainDate, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${month}T00:00:00Z`))
}
