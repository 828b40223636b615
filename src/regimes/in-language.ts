import type { Localized } from './rule-parts.ts'

/** A text of the rules in the language of whoever reads it. */
export function inLanguage(text: Localized, language: string): string
export function inLanguage(text: Localized | undefined, language: string): string | undefined
export function inLanguage(text: Localized | undefined, language: string): string | undefined {
  return text && (language === 'en' ? text.en : text.es)
}
