/**
 * Languages: every text is a key of src/locales/<language>/<feature>.json, every date and number
 * goes through Intl. Spanish is written first; English has the same keys. A further
 * language is a folder of such files in LOCALES_DIR; what it does not say yet is said in Spanish.
 */
export * from './formats.ts'
export {
  defaultLanguage,
  isLanguage,
  languages,
  missingTexts,
  readLocale,
  readOwnLocale,
  type Texts,
} from './locales.ts'
export {
  hasText,
  learnLanguages,
  tolerateMissingTexts,
  translator,
  type T,
  type TextValues,
} from './translator.ts'
