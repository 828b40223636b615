import type { ByLanguage } from './told-store.ts'

/** In the language of whoever reads it, else as it was written first. */
export function inTheir(text: ByLanguage, language: string): string {
  return text[language] || text.es
}
