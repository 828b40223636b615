import type { T } from '../../platform/i18n/index.ts'
import type { Localized, TermRule } from '../../regimes/index.ts'

/** Texts of the regime exist in every language that the interface has. */
export function inLanguage(text: Localized, lang: string): string {
  return lang === 'en' ? text.en : text.es
}

/** "15 días hábiles"; none: "el mismo día" */
export function sayTerm({ days, unit }: Pick<TermRule, 'days' | 'unit'>, t: T): string {
  if (days === 0) return t('administrations.term.same_day')
  return t(`administrations.term.${unit}`, { count: days })
}
