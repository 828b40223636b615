import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Texts = { readonly [key: string]: string | Texts }
/** The texts of one language, by feature. */
export type Locale = Readonly<Record<string, Texts>>

export const defaultLanguage = 'es'

const LANGUAGE = /^[a-z]{2,3}$/

const folders = new Map<string, string>()
const known: string[] = []

/** Every language that there are texts in; the default one comes first. */
export const languages: readonly string[] = known

addLanguages(join(import.meta.dirname, '../../locales'))

/** Every folder in it named like a language is one, unless it is known already. Gives the new ones. */
export function addLanguages(place: string): string[] {
  const added = readdirSync(place).filter((name) => LANGUAGE.test(name) && !folders.has(name))
  for (const language of added) folders.set(language, join(place, language))
  known.push(...added.sort((one) => (one === defaultLanguage ? -1 : 1)))
  return added
}

export function isLanguage(value: unknown): value is string {
  return typeof value === 'string' && languages.includes(value)
}

/** All texts in a language; what it does not say yet stands in the default one. */
export function readLocale(language: string): Locale {
  const own = readOwnLocale(language)
  if (language === defaultLanguage) return own
  return completed(own, readOwnLocale(defaultLanguage)) as Locale
}

/** Only what the language says itself. */
export function readOwnLocale(language: string): Locale {
  const folder = folders.get(language)
  if (folder === undefined) throw new Error(`There are no texts in ${language}`)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as Texts,
    ]),
  )
}

/** Keys of the default language that a language does not say yet: `filing.answer.title`. */
export function missingTexts(language: string): string[] {
  return keysMissing(readOwnLocale(language), readOwnLocale(defaultLanguage), '')
}

function keysMissing(own: Texts, whole: Texts, path: string): string[] {
  return Object.entries(whole).flatMap(([key, value]) => {
    const given = own[key]
    if (typeof value === 'string') return typeof given === 'string' ? [] : [path + key]
    return keysMissing(typeof given === 'object' ? given : {}, value, `${path}${key}.`)
  })
}

function completed(own: Texts, whole: Texts): Texts {
  // a language may have plural forms that the default one has not
  const filled: Record<string, string | Texts> = { ...own }
  for (const [key, value] of Object.entries(whole)) {
    const given = own[key]
    if (typeof value === 'string') filled[key] = typeof given === 'string' ? given : value
    else filled[key] = completed(typeof given === 'object' ? given : {}, value)
  }
  return filled
}
