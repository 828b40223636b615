import type { Localized } from '../../../regimes/index.ts'

/** A text of the rules in the language of the page. */
export function say(text: Localized, language: string): string
export function say(text: Localized | undefined, language: string): string | undefined
export function say(text: Localized | undefined, language: string): string | undefined {
  return text && (language === 'en' ? text.en : text.es)
}
