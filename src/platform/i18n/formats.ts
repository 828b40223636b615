import type { PlainDate } from '../dates.ts'

/** Regional forms that fit all of Latin America: 12,345.6 and, in English, day before month. */
const regions: Readonly<Record<string, string>> = { es: 'es-419', en: 'en-001' }

const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

/** "27 de marzo de 2026" */
export function formatDate(date: PlainDate, language: string): string {
  return dateFormat(language, 'UTC', { dateStyle: 'long' }).format(new Date(`${date}T00:00:00Z`))
}

/** "viernes, 27 de marzo de 2026" */
export function formatFullDate(date: PlainDate, language: string): string {
  return dateFormat(language, 'UTC', { dateStyle: 'full' }).format(new Date(`${date}T00:00:00Z`))
}

/** "27 mar 2026", for dense tables. */
export function formatShortDate(date: PlainDate, language: string): string {
  return dateFormat(language, 'UTC', { dateStyle: 'medium' }).format(new Date(`${date}T00:00:00Z`))
}

/** "27 de marzo de 2026, 14:05" in the zone of the administration. */
export function formatDateTime(instant: Date, language: string, timeZone: string): string {
  const day = dateFormat(language, timeZone, { dateStyle: 'long' }).format(instant)
  return `${day}, ${formatTime(instant, language, timeZone)}`
}

export function formatTime(instant: Date, language: string, timeZone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return dateFormat(language, timeZone, options).format(instant)
}

export function formatNumber(value: number, language: string, decimals = 0): string {
  const key = `${language} ${decimals}`
  let format = numbers.get(key)
  if (!format) {
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
    format = new Intl.NumberFormat(regions[language] ?? language, options)
    numbers.set(key, format)
  }
  return format.format(value)
}

function dateFormat(language: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${timeZone} ${Object.values(options).join(' ')}`
  let format = dates.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(regions[language] ?? language, { ...options, timeZone })
    dates.set(key, format)
  }
  return format
}
