import type { T } from '../../../platform/i18n/index.ts'
import { codeOf, type ThemeSpan } from './theme-span.ts'

/** "marzo de 2026", "primer trimestre de 2026" */
export function saySpan(span: ThemeSpan, { t, lang }: { t: T; lang: string }): string {
  if (span.months === 3) {
    const [year = '', quarter = ''] = codeOf(span).split('-Q')
    return t(`themes.quarter_${quarter}`, { year })
  }
  const format = new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${span.month}T00:00:00Z`))
}
