/** "marzo de 2026" */
export function formatMonth(month: string, lang: string): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(lang, options).format(new Date(`${month}-15T00:00:00Z`))
}

/** "marzo" */
export function formatMonthName(month: number, lang: string): string {
  const options = { month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(lang, options).format(new Date(Date.UTC(2026, month - 1, 15)))
}
