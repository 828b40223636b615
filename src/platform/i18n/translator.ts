import i18next from 'i18next'
import { addLanguages, defaultLanguage, languages, readLocale, type Texts } from './locales.ts'

export type TextValues = Readonly<Record<string, string | number>>
/** Says a text: `t('errors.number', { number })` is key `number` of locales/…/errors.json. */
export type T = (key: string, values?: TextValues) => string

let missing = (key: string, language: string): string => {
  throw new Error(`No text for ${key} in ${language}`)
}

/** In production a missing text shows its key; elsewhere it stops the page. */
export function tolerateMissingTexts(tell: (key: string, language: string) => void): void {
  missing = (key, language) => {
    tell(key, language)
    return key
  }
}

const texts = i18next.createInstance()
await texts.init({
  lng: defaultLanguage,
  fallbackLng: false,
  initAsync: false,
  resources: Object.fromEntries(languages.map((language) => [language, resourcesOf(language)])),
  nsSeparator: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
})

/** Takes further languages from a folder that has one folder of JSON for each. */
export function learnLanguages(place: string): void {
  for (const language of addLanguages(place)) {
    for (const [feature, file] of Object.entries(resourcesOf(language))) {
      texts.addResourceBundle(language, feature, file)
    }
  }
}

const translators = new Map<string, T>()

export function translator(language: string): T {
  let t = translators.get(language)
  if (!t) {
    t = (key, values) => say(language, key, values)
    translators.set(language, t)
  }
  return t
}

export function hasText(language: string, key: string): boolean {
  const { feature, path } = split(key)
  return texts.exists(path, { lng: language, ns: feature })
}

function say(language: string, key: string, values: TextValues = {}): string {
  const { feature, path } = split(key)
  const options = { ...values, lng: language, ns: feature }
  if (!texts.exists(path, options)) return missing(key, language)
  return texts.t(path, options)
}

function split(key: string) {
  const dot = key.indexOf('.')
  return { feature: key.slice(0, dot), path: key.slice(dot + 1) }
}

function resourcesOf(language: string) {
  const locale = readLocale(language)
  return Object.fromEntries(
    Object.entries(locale).map(([feature, file]) => [feature, withManyForms(file)]),
  )
}

/** Spanish has a third plural form for millions; it reads like the second. */
function withManyForms(node: Texts): Texts {
  const forms: Record<string, string | Texts> = {}
  for (const [key, value] of Object.entries(node)) {
    forms[key] = typeof value === 'string' ? value : withManyForms(value)
    if (key.endsWith('_other')) forms[key.replace(/_other$/, '_many')] ??= forms[key]
  }
  return forms
}
