import type { T } from '../platform/i18n/index.ts'
import { inLanguage } from '../regimes/index.ts'
import type { Saying } from '../settings/index.ts'
import type { TermKey } from './term.ts'

export function sayHolding({ holding, kind }: TermKey, { t, lang, book }: Saying): string {
  const name = t(`retention.holding.${holding}`)
  if (kind === '') return name
  const rule = book.regime.kinds.find(({ code }) => code === kind)
  return `${name}: ${inLanguage(rule?.label, lang) ?? kind}`
}

/** Whole years as years, everything else as months. */
export function sayMonths(months: number, t: T): string {
  return months % 12 === 0
    ? t('retention.years', { count: months / 12 })
    : t('retention.months', { count: months })
}
