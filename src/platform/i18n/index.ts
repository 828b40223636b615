/**
 * Languages: every text is a key of src/locales/<language>/<feature>.json, every date and number
 * goes through Intl. Spanish is written first; the other languages have the same keys.
 */
export * from './formats.ts'
export { defaultLanguage, isLanguage, languages, readLocale, type Texts } from './locales.ts'
export { hasText, tolerateMissingTexts, translator, type T, type TextValues } from './translator.ts'
