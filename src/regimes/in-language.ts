import type { RegimeFile } from './regime.ts'
import type { Localized } from './rule-parts.ts'

/** A text of the rules in the language of whoever reads it. */
export function inLanguage(text: Localized, language: string): string
export function inLanguage(text: Localized | undefined, language: string): string | undefined
export function inLanguage(text: Localized | undefined, language: string): string | undefined {
  return text && (text[language] ?? text.es)
}

/** A language in which people are spoken to, by the name that the regime gives it. */
export function sayLanguage(
  { spokenLanguages }: Pick<RegimeFile, 'spokenLanguages'>,
  code: string,
  language: string,
): string {
  return inLanguage(spokenLanguages.find((one) => one.code === code)?.label, language) ?? code
}
